using EventKb.Domain;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    [Fact]
    public async Task A_command_is_stored_and_read_back_with_its_texts()
    {
        var outcome = await Commit(Article("a"), Draft("Ķēde", "<b>ļoti</b> & \"droši\""));

        Assert.Equal((1, 1, 1, 1, false),
            (outcome.Version, outcome.Events, outcome.FirstPosition, outcome.LastPosition, outcome.Repeated));
        Assert.Equal(Clock.GetUtcNow(), outcome.RecordedAt);
        var stored = Assert.Single(await All());
        Assert.Equal(("knowledge-article.drafted/1", 1, "RIGA/knowledge-article/a"),
            (stored.Type, stored.Recorded.Position, stored.Recorded.Stream.Text));
        Assert.Equal(new Content { Title = "Ķēde", Body = "<b>ļoti</b> & \"droši\"" }, stored.Content);
        var seal = Assert.IsType<ContentSeal.Present>(stored.Recorded.Content);
        Assert.Equal(stored.Content!.Digests(), (seal.TextDigest, seal.BodySha256));
    }

    [Fact]
    public async Task Positions_are_dense_while_many_write_at_once()
    {
        var sent = Enumerable.Range(0, 400).Select(i => Commit(Article($"s{i % 40}"), i < 40 ? Draft() : Revise($"Teksts {i}")));
        var outcomes = await Task.WhenAll(sent);

        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), outcomes.Select(o => o.LastPosition).Order());
        var all = await All();
        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), all.Select(e => e.Recorded.Position));
        Assert.All(all.GroupBy(e => e.Recorded.Stream), stream =>
            Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), stream.Select(e => e.Recorded.Version)));
        await Store.Verify();
    }

    [Fact]
    public async Task A_repeated_command_gives_its_first_outcome_even_after_a_restart()
    {
        var first = await Commit(Article("a"), Draft(), By("once"));
        await Commit(Article("a"), Revise("Cits teksts."));
        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first with { Repeated = true }, await Commit(Article("a"), Draft(), By("once", expectedVersion: 0)));
        await Restart();
        Assert.Equal(first with { Repeated = true }, await Commit(Article("a"), Draft(), By("once", expectedVersion: 0)));
        Assert.Equal(2, (await All()).Count);
    }
}
