using CsCheck;
using EventKb.Ledger.Merkle;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    [Fact]
    public async Task Any_commands_at_once_give_dense_positions_and_the_root_of_the_plain_tree()
    {
        var drafted = new HashSet<int>();
        await Gen.Int[0, 12].Array[1, 60].SampleAsync(async streams =>
        {
            var fresh = streams.Distinct().Where(drafted.Add).ToList();
            await Task.WhenAll(fresh.Select(s => Commit(Article($"p{s}"), Draft())));
            await Task.WhenAll(streams.Select((s, i) => Commit(Article($"p{s}"), Revise($"{i} {Guid.NewGuid()}"))));

            var leaves = (await All()).Select(e => e.LeafHash.ToArray()).ToList();
            Assert.Equal(Store.Head.Size, leaves.Count);
            Assert.Equal(Root(leaves), Store.Head.RootHash);
            var earlier = leaves.Count * 2 / 3;
            Assert.Equal(Root(leaves[..earlier]), await Store.RootAt(earlier));
        }, iter: 20, threads: 1);
        await Store.Verify();
    }

    [Fact]
    public async Task The_root_at_every_size_is_that_of_the_plain_tree_past_stored_subtrees()
    {
        for (var i = 0; i < 6; i++)
            await Store.Append(Pending($"s{i}", 1, events: 100));
        var leaves = (await Store.Read(0, 1_000)).Select(row => row.LeafHash).ToList();

        foreach (var size in new[] { 0, 1, 2, 255, 256, 257, 300, 511, 512, 513, 599, 600 })
            Assert.Equal(Root(leaves[..size]), await Store.RootAt(size));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.RootAt(601));
    }

    /// <summary>RFC 9162 §2.1.1 as it stands there.</summary>
    internal static string Root(List<byte[]> leafHashes)
    {
        return Convert.ToHexStringLower(Tree([.. leafHashes]));

        static byte[] Tree(ReadOnlySpan<byte[]> leaves)
        {
            if (leaves.Length == 0)
                return MerkleHash.Empty;
            if (leaves.Length == 1)
                return leaves[0];
            var split = 1;
            while (split * 2 < leaves.Length)
                split *= 2;
            var node = new byte[MerkleHash.Size];
            MerkleHash.Node(Tree(leaves[..split]), Tree(leaves[split..]), node);
            return node;
        }
    }
}
