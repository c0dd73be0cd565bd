using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EventKb.Domain;

/// <summary>Ids that follow from what they name, so that saying the same thing twice names the same thing.</summary>
public static class DerivedId
{
    private const int DigitBytes = 16;

    /// <summary>32 lower-case hex digits: the first half of SHA-256 over the purpose and the parts, each length-prefixed.</summary>
    public static string From(string purpose, params ReadOnlySpan<string> parts)
    {
        var most = MostBytes(purpose);
        foreach (var part in parts)
            most += MostBytes(part);
        // One hash over one rented buffer: an incremental hash costs several times as much on short texts.
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var length = Append(buffer, 0, purpose);
        foreach (var part in parts)
            length = Append(buffer, length, part);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(hash[..DigitBytes]);
    }

    private static int MostBytes(string text) => sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length);

    private static int Append(byte[] buffer, int at, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, buffer.AsSpan(at + sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(at), length);
        return at + sizeof(int) + length;
    }
}
