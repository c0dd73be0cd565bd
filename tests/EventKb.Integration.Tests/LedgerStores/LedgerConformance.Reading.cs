using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    [Fact]
    public async Task A_replay_that_throws_leaves_nothing_behind_for_later_readers()
    {
        await Commit(Article("a"), Draft());
        await Commit(Article("a"), Revise("Otrais."));
        for (var i = 0; i < 8; i++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Replay(Article("a").ToString(), 1, 9, 9,
                _ => throw new InvalidOperationException("This row cannot be read.")));
        await Commit(Article("b"), Draft());

        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(1, await Store.HighestVersion(Article("b").ToString()));
            Assert.Equal(3, Assert.Single(await Store.Read(2, 10)).Position);
            var versions = new List<long>();
            await Store.Replay(Article("a").ToString(), 1, 9, 9, row => versions.Add(row.Version));
            Assert.Equal([1, 2], versions);
        }
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_harms_no_other()
    {
        await Store.Append(Pending(Article("future").ToString(), 1, type: "knowledge-article.future/1"));
        foreach (var name in new[] { "a", "b", "c" })
            await Commit(Article(name), Draft());
        await ForgetStreams(new LedgerOptions { CommandDeadline = TimeSpan.FromMilliseconds(300) });
        await Assert.ThrowsAsync<LedgerUnavailableException>(() =>
            Ledger.Gateway.Send(Article("future"), new KnowledgeArticleCommand.Flag("?"), By()));

        await ForgetStreams(new LedgerOptions());
        foreach (var name in new[] { "a", "b", "c" })
            Assert.Equal(2, (await Commit(Article(name), Revise("Otrais."))).Version);
        Assert.Equal([2, 3, 4, 5, 6, 7], (await Store.Read(1, 10)).Select(row => row.Position));
    }

    /// <summary>Every actor leaves memory, as after half a minute; the store and its readers stay.</summary>
    private async Task ForgetStreams(LedgerOptions options)
    {
        await Ledger.DisposeAsync();
        Ledger = RunningLedger.Start(Store, options with { Time = Clock });
    }
}
