using System.Numerics;

namespace EventKb.Ledger.Merkle;

/// <summary>
/// Roots of the complete subtrees that a tree of some size consists of, the largest first: enough to append and to know the root.
/// </summary>
internal sealed class Frontier
{
    private readonly byte[] _hashes = new byte[64 * MerkleHash.Size];
    private int _depth;

    /// <summary>An empty tree.</summary>
    public Frontier() { }

    /// <summary>A tree as <see cref="ToBytes"/> wrote it.</summary>
    public Frontier(long size, ReadOnlySpan<byte> stored)
    {
        if (size < 0 || stored.Length != BitOperations.PopCount((ulong)size) * MerkleHash.Size)
            throw new LedgerDamagedException("frontier", $"The stored frontier does not fit a ledger of {size} events.");
        stored.CopyTo(_hashes);
        (Size, _depth) = (size, stored.Length / MerkleHash.Size);
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf and reports each complete subtree whose height is a multiple of 8.</summary>
    public void Append(ReadOnlySpan<byte> leafHash, Action<int, long, ReadOnlyMemory<byte>>? completed = null) =>
        AppendSubtree(0, leafHash, completed);

    /// <summary>Adds a complete subtree of 2^height leaves; the size must be a multiple of that.</summary>
    public void AppendSubtree(int height, ReadOnlySpan<byte> hash, Action<int, long, ReadOnlyMemory<byte>>? completed = null)
    {
        hash.CopyTo(At(_depth++));
        var ordinal = Size >> height;
        Size += 1L << height;
        for (; (ordinal & 1) == 1; ordinal >>= 1)
        {
            height++;
            _depth--;
            MerkleHash.Node(At(_depth - 1), At(_depth), At(_depth - 1));
            if (height % 8 == 0)
                completed?.Invoke(height, ordinal >> 1, At(_depth - 1).ToArray());
        }
    }

    /// <summary>Root hash of the tree.</summary>
    public byte[] Root()
    {
        if (_depth == 0)
            return MerkleHash.Empty;
        var root = At(_depth - 1).ToArray();
        for (var i = _depth - 2; i >= 0; i--)
            MerkleHash.Node(At(i), root, root);
        return root;
    }

    /// <summary>The hashes one after another, as the head stores them.</summary>
    public byte[] ToBytes() => _hashes.AsSpan(0, _depth * MerkleHash.Size).ToArray();

    private Span<byte> At(int index) => _hashes.AsSpan(index * MerkleHash.Size, MerkleHash.Size);
}
