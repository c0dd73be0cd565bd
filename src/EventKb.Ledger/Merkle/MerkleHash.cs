using System.Security.Cryptography;

namespace EventKb.Ledger.Merkle;

/// <summary>Hashing of RFC 9162: leaf H(0x00 ‖ d), node H(0x01 ‖ left ‖ right), empty tree H("").</summary>
internal static class MerkleHash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Size = 32;

    /// <summary>Root of a tree without leaves.</summary>
    public static byte[] Empty { get; } = SHA256.HashData([]);

    /// <summary>Hash of a leaf's bytes; the buffer's first byte is kept free for the prefix.</summary>
    public static void Leaf(Span<byte> prefixed, Span<byte> hash)
    {
        prefixed[0] = 0;
        SHA256.HashData(prefixed, hash);
    }

    /// <summary>Hash of a leaf.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        var prefixed = new byte[data.Length + 1];
        data.CopyTo(prefixed.AsSpan(1));
        return SHA256.HashData(prefixed);
    }

    /// <summary>Hash of an inner node; the result may overwrite either child.</summary>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Size)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Size)..]);
        SHA256.HashData(both, hash);
    }
}
