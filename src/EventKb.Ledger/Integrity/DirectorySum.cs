using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EventKb.Ledger.Integrity;

/// <summary>
/// The number of persons and the sum, modulo 2^256, of their hashes: it changes with every row that is added, edited or taken
/// away beside the program, and is kept up without reading the others.
/// </summary>
internal sealed record DirectorySum(long Persons, byte[] Sum)
{
    private const int Half = 16;

    /// <summary>Of no persons.</summary>
    public static DirectorySum Empty { get; } = new(0, new byte[SHA256.HashSizeInBytes]);

    /// <summary>With one person more.</summary>
    public DirectorySum Plus(Person person)
    {
        var (low, high) = Halves(Hash(person));
        var (sumLow, sumHigh) = Halves(Sum);
        var newLow = unchecked(sumLow + low);
        return new DirectorySum(Persons + 1, Bytes(newLow, unchecked(sumHigh + high + (newLow < low ? UInt128.One : UInt128.Zero))));
    }

    /// <summary>With one person less.</summary>
    public DirectorySum Minus(Person person)
    {
        var (low, high) = Halves(Hash(person));
        var (sumLow, sumHigh) = Halves(Sum);
        return new DirectorySum(Persons - 1, Bytes(unchecked(sumLow - low),
            unchecked(sumHigh - high - (sumLow < low ? UInt128.One : UInt128.Zero))));
    }

    /// <inheritdoc/>
    public bool Equals(DirectorySum? other) => other is not null && Persons == other.Persons && Sum.AsSpan().SequenceEqual(other.Sum);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Persons, Sum[0]);

    private static byte[] Hash(Person person)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var field in new[] { person.Id.Value, person.Institution.Value, person.Source, person.Subject, person.Name, person.Email })
        {
            var bytes = field is null ? null : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(bytes ?? []);
        }

        return hash.GetHashAndReset();
    }

    private static (UInt128 Low, UInt128 High) Halves(ReadOnlySpan<byte> sum) =>
        (BinaryPrimitives.ReadUInt128LittleEndian(sum), BinaryPrimitives.ReadUInt128LittleEndian(sum[Half..]));

    private static byte[] Bytes(UInt128 low, UInt128 high)
    {
        var bytes = new byte[2 * Half];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, low);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(Half), high);
        return bytes;
    }
}
