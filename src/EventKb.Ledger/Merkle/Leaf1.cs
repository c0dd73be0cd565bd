using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EventKb.Ledger.Merkle;

/// <summary>The frozen byte layout <c>leaf/1</c> (schema/ledger/leaf-1.md).</summary>
internal static class Leaf1
{
    private const int MostBytes = 4_096;

    private static ReadOnlySpan<byte> Domain => "eventkb/leaf/1"u8;

    /// <summary>Writes the Merkle leaf hash of an event.</summary>
    public static void Hash(string origin, in LeafFields fields, Span<byte> hash)
    {
        Span<byte> buffer = stackalloc byte[MostBytes];
        var length = Write(origin, fields, buffer[1..]);
        MerkleHash.Leaf(buffer[..(length + 1)], hash);
    }

    /// <summary>The leaf's bytes, without the prefix of the tree.</summary>
    public static byte[] Encode(string origin, in LeafFields fields)
    {
        var buffer = new byte[MostBytes];
        return buffer[..Write(origin, fields, buffer)];
    }

    /// <summary>SHA-256 of the metadata's bytes and of the data's, one behind the other.</summary>
    public static void Digest(ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> data, Span<byte> digests)
    {
        SHA256.HashData(metadata, digests);
        SHA256.HashData(data, digests[MerkleHash.Size..]);
    }

    private static int Write(string origin, in LeafFields fields, Span<byte> into)
    {
        var at = Bytes(into, 0, Domain);
        at = Text(into, at, origin);
        at = Number(into, at, fields.Position);
        at = Text(into, at, fields.Stream);
        at = Number(into, at, fields.Version);
        at = Number(into, at, fields.PreviousPosition);
        at = Text(into, at, fields.EventId);
        at = Text(into, at, fields.Type);
        at = Number(into, at, fields.RecordedAt);
        at = Number(into, at, fields.OccurredAt);
        Span<byte> digests = stackalloc byte[2 * MerkleHash.Size];
        if (!fields.Digests.TryCopyTo(digests) || fields.Digests.IsEmpty)
            Digest(fields.Metadata, fields.Data, digests);
        at = Bytes(into, at, digests[..MerkleHash.Size]);
        at = Bytes(into, at, digests[MerkleHash.Size..]);
        return Bytes(into, at, fields.Commitment);
    }

    private static int Bytes(Span<byte> into, int at, ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(into[at..], checked((ushort)value.Length));
        value.CopyTo(into[(at + 2)..]);
        return at + 2 + value.Length;
    }

    private static int Text(Span<byte> into, int at, string value)
    {
        var length = Encoding.UTF8.GetBytes(value, into[(at + 2)..]);
        BinaryPrimitives.WriteUInt16BigEndian(into[at..], checked((ushort)length));
        return at + 2 + length;
    }

    private static int Number(Span<byte> into, int at, long value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(into[at..], sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(into[(at + 2)..], value);
        return at + 2 + sizeof(long);
    }
}

/// <summary>What a leaf binds; times are microseconds since the Unix epoch, metadata and data the stored bytes.</summary>
internal readonly ref struct LeafFields
{
    public required long Position { get; init; }
    public required string Stream { get; init; }
    public required long Version { get; init; }
    public required long PreviousPosition { get; init; }
    public required string EventId { get; init; }
    public required string Type { get; init; }
    public required long RecordedAt { get; init; }
    public required long OccurredAt { get; init; }
    public required ReadOnlySpan<byte> Metadata { get; init; }
    public required ReadOnlySpan<byte> Data { get; init; }
    public required ReadOnlySpan<byte> Commitment { get; init; }

    /// <summary>The digests of metadata and data where they are known already; else empty.</summary>
    public ReadOnlySpan<byte> Digests { get; init; }
}
