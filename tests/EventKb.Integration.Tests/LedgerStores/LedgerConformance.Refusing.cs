using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    [Fact]
    public async Task An_outdated_expected_version_is_refused_with_the_current_one()
    {
        await Commit(Article("a"), Draft());
        await Commit(Article("a"), Revise("Otrais."));

        var refused = Assert.IsType<CommandOutcome.Refused>(
            await Ledger.Gateway.Send(Article("a"), Revise("Trešais."), By(expectedVersion: 1)));

        Assert.Equal(("VERSION_CONFLICT", 2), (refused.Rejection.Code, refused.CurrentVersion));
        Assert.Equal(2, Store.Head.Size);
    }

    [Fact]
    public async Task What_is_to_occur_later_is_refused()
    {
        var later = By() with { OccurredAt = Clock.GetUtcNow().AddSeconds(2).AddTicks(10) };
        Assert.Equal("OCCURRED_IN_FUTURE", (await Refused(Article("a"), Draft(), later)).Code);
        Assert.Equal(0, Store.Head.Size);
    }

    [Fact]
    public async Task A_clock_set_back_a_little_since_the_sender_read_it_refuses_nobody()
    {
        await Commit(Article("a"), Draft(), By() with { OccurredAt = Clock.GetUtcNow().AddSeconds(2) });
        Assert.Equal(Clock.GetUtcNow(), (await All())[0].Recorded.OccurredAt);
    }

    [Fact]
    public async Task A_command_of_another_kind_of_stream_is_refused()
    {
        Assert.Equal("WRONG_STREAM", (await Refused(new StreamId(Riga, "erasure", "1"), Draft())).Code);
        Assert.Equal("UNKNOWN_STREAM", (await Refused(new StreamId(Riga, "nonsense", "1"), Draft())).Code);
    }

    [Fact]
    public async Task Of_two_writers_of_one_version_one_fails_alone()
    {
        var first = Write("a", 1);
        var stale = Write("a", 1);
        var innocent = Write("b", 1);

        await Task.WhenAll(first, innocent);
        await Assert.ThrowsAnyAsync<Exception>(() => stale);

        Assert.Equal(2, Store.Head.Size);
        Assert.Equal(["a", "b"], (await Store.Read(0, 10)).Select(row => row.Stream));
        await Store.Append(Pending("b", 2, previous: 2));
        await Store.Verify();
    }

    [Fact]
    public async Task A_failed_write_of_several_events_leaves_no_gap_and_no_part()
    {
        await Store.Append(Pending("a", 1));
        await Assert.ThrowsAnyAsync<Exception>(() => Store.Append(Pending("b", 1, events: 3, type: null)));
        await Store.Append(Pending("c", 1, events: 2));

        Assert.Equal([(1, "a", 1), (2, "c", 1), (3, "c", 2)],
            (await Store.Read(0, 10)).Select(row => ((int)row.Position, row.Stream, (int)row.Version)));
        await Store.Verify();
    }

    [Fact]
    public async Task A_write_that_has_waited_too_long_is_dropped()
    {
        await Assert.ThrowsAsync<AppendRefusedException>(() =>
            Store.Append(Pending("a", 1) with { MostWait = TimeSpan.FromTicks(-1) }));
        Assert.Equal((0, 0), (Store.Head.Size, await Store.HighestVersion("a")));
    }

    [Fact]
    public async Task A_decider_that_breaks_tells_its_caller_and_the_stream_lives_on()
    {
        var broken = new Decider<int, KnowledgeArticleCommand>("knowledge-article", 0,
            (state, command, _) => command is KnowledgeArticleCommand.Flag
                ? throw new InvalidOperationException("A bug.")
                : Decision.Of(new KnowledgeArticleEvent.Revised(state + 1)),
            (state, _) => state + 1);
        await Restart(new LedgerOptions { Deciders = [broken] });

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Ledger.Gateway.Send(Article("a"), new KnowledgeArticleCommand.Flag("x"), By()));
        Assert.Equal(1, (await Commit(Article("a"), Draft())).Version);
    }

    private Task Write(string stream, long version) => Store.Append(Pending(stream, version));

    internal static PendingWrite Pending(string stream, long version, int events = 1,
        string? type = "knowledge-article.revised/1", long previous = 0) =>
        Pending(stream, version, events, type, previous, $"{Interlocked.Increment(ref _commands)}");

    private static PendingWrite Pending(string stream, long version, int events, string? type, long previous, string command) =>
        new(stream, version, previous, command,
            [.. Enumerable.Range(0, events).Select(i => new PendingEvent
        {
            EventId = $"{stream}-{version + i}",
            Type = i < events - 1 ? "knowledge-article.revised/1" : type!,
            OccurredAt = 0,
            Metadata = RecordedEvents.Write(new EventMetadata(Anna, Riga, Via.Api, new CommandId(command), "c", "c")),
            Data = """{"revision":1}"""u8.ToArray(),
        })], TimeSpan.FromSeconds(5));
}
