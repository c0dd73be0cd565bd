using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EventKb.Domain;

/// <summary>Ids that follow from what they name, so that saying the same thing twice names the same thing.</summary>
public static class DerivedId
{
    /// <summary>32 lower-case hex digits: the first half of SHA-256 over the purpose and the parts, each length-prefixed.</summary>
    public static string From(string purpose, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, purpose);
        foreach (var part in parts)
            Append(hash, part);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
