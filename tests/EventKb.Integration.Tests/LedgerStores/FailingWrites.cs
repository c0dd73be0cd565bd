using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>Writes that fail, or seem to: a trigger on the connection that writes does what a disk would.</summary>
public sealed class FailingWrites : IAsyncLifetime
{
    private static readonly StreamId Article = new(new InstitutionCode("RIGA"), "knowledge-article", "a");
    private readonly LedgerFolder _folder = new();
    private EmbeddedLedger _ledger = null!;

    private SqliteLedgerStore Store => (SqliteLedgerStore)_ledger.Store;

    public async Task InitializeAsync() => await Open(new LedgerOptions { References = false });

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_write_that_fails_once_is_tried_again()
    {
        var tries = 0;
        await OnInsert(() => Assert.NotEqual(1, ++tries));

        Assert.Equal((1, false), await Flag(1));
        Assert.Equal(2, tries);
        Assert.Null(_ledger.NotReadyBecause);
    }

    [Fact]
    public async Task A_commit_that_fails_and_yet_took_effect_counts()
    {
        using var begun = new SemaphoreSlim(0);
        using var queued = new SemaphoreSlim(0);
        var before = Store.OnWriter(_ =>
        {
            begun.Release();
            queued.Wait();
        });
        await begun.WaitAsync();
        var stored = Store.Append(LedgerConformance.Pending("a", 1));
        var unseen = Store.OnWriter(connection => Run(connection, "COMMIT"));
        queued.Release();

        await before;
        await Assert.ThrowsAsync<SqliteException>(() => stored);
        await Assert.ThrowsAsync<SqliteException>(() => unseen);
        await Store.Append(LedgerConformance.Pending("a", 2, previous: 1));
        Assert.Equal([1, 2], (await Store.Read(0, 9)).Select(row => row.Position));
        await Store.Verify();
    }

    [Fact]
    public async Task A_commit_slower_than_the_breaker_is_acknowledged_once()
    {
        await Reopen(new LedgerOptions { References = false, WriteTimeout = TimeSpan.FromMilliseconds(100) });
        await Flag(1);
        using var stall = new SemaphoreSlim(0);
        await OnInsert(stall.Wait);

        var sent = Flag(2);
        await Task.Delay(500);
        Assert.False(sent.IsCompleted);
        stall.Release(40);

        Assert.Equal(2, (await sent).Position);
        Assert.Equal((3, false), await Flag(3));
        Assert.Equal(3, Store.Head.Size);
        await Store.Verify();
    }

    [Fact]
    public async Task A_refusal_does_not_wait_longer_than_the_deadline_for_a_write_in_flight()
    {
        await Reopen(new LedgerOptions { References = false, CommandDeadline = TimeSpan.FromMilliseconds(300), Authority = Nobody });
        using var stall = new SemaphoreSlim(0);
        await OnInsert(stall.Wait);
        var stored = Store.Append(LedgerConformance.Pending(Article.ToString(), 1));

        var refused = await Record.ExceptionAsync(() => Flag(1).WaitAsync(TimeSpan.FromSeconds(5)));
        stall.Release();
        await stored;
        Assert.IsType<LedgerUnavailableException>(refused);
    }

    [Fact]
    public async Task A_command_that_finds_no_room_ends_at_its_deadline()
    {
        await Reopen(new LedgerOptions { References = false, CommandDeadline = TimeSpan.FromMilliseconds(300), MostCommandsAtOnce = 1 });
        using var stall = new SemaphoreSlim(0);
        await OnInsert(stall.Wait);
        var commands = Enumerable.Range(1, 40).Select(i => Record.ExceptionAsync(() => Flag(i))).ToList();

        var failures = await Task.WhenAll(commands).WaitAsync(TimeSpan.FromSeconds(5));
        stall.Release(40);
        Assert.All(failures, failure => Assert.IsType<LedgerUnavailableException>(failure));
    }

    [Fact]
    public async Task Those_behind_a_write_that_fails_are_told_at_once_and_try_again()
    {
        var tries = 0;
        await OnInsert(() => Assert.NotEqual(1, ++tries));

        var positions = await Task.WhenAll(Enumerable.Range(1, 20).Select(Flag)).WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), positions.Select(p => p.Position).Order());
    }

    [Fact]
    public async Task Commands_sent_together_are_tried_again_together()
    {
        var tries = 0;
        await OnInsert(() => Assert.NotEqual(2, ++tries));

        var outcomes = await _ledger.Gateway.Send(Article, [.. Enumerable.Range(1, 3).Select(FlagOf)], new WriteOrder().Next());
        // The first may have been committed alone before the second failed.
        Assert.Equal([1L, 2L, 3L], outcomes.Select(outcome => Place(outcome).Position));
        Assert.Equal(3, Store.Head.Size);
    }

    [Fact]
    public async Task Nobody_acts_for_those_who_gave_up()
    {
        await Reopen(new LedgerOptions { References = false, CommandDeadline = TimeSpan.FromMilliseconds(300) });
        using var stall = new SemaphoreSlim(0);
        await OnInsert(stall.Wait);
        var gaveUp = await Task.WhenAll(Record.ExceptionAsync(() => Flag(1)), Record.ExceptionAsync(() => Flag(2)));
        Assert.All(gaveUp, failure => Assert.IsType<LedgerUnavailableException>(failure));

        stall.Release(40);
        Assert.Equal(2, (await Flag(3)).Position);
    }

    private static ValueTask<Rejection?> Nobody(StreamId stream, Command command, CommandContext context,
        CancellationToken cancellation) => new(new Rejection("NOT_ALLOWED", "Nobody may.", "Ask for it."));

    private async Task Reopen(LedgerOptions options)
    {
        await _ledger.DisposeAsync();
        await Open(options);
    }

    private async Task Open(LedgerOptions options) => _ledger = await EmbeddedLedger.Open(_folder.Path,
        options with { Deciders = [Flags] });

    /// <summary>Takes any command, as often as it comes.</summary>
    private static Decider Flags { get; } = new Decider<int, KnowledgeArticleCommand>(KnowledgeArticle.Category, 0,
        (state, _, _) => Decision.Of(new KnowledgeArticleEvent.Revised(state + 1)), (state, _) => state + 1);

    private async Task<(long Position, bool Repeated)> Flag(int number)
    {
        var (command, context) = FlagOf(number);
        return Place(await _ledger.Gateway.Send(Article, command, context));
    }

    private static (Command, CommandContext) FlagOf(int number)
    {
        var now = DateTimeOffset.UtcNow;
        return (new KnowledgeArticleCommand.Flag("?"),
            new CommandContext(CommandId.From($"{number}"), now, now, new PersonId("p-1"), Article.Institution, Via.Api, "c", "c"));
    }

    private static (long Position, bool Repeated) Place(CommandOutcome outcome)
    {
        var committed = Assert.IsType<CommandOutcome.Committed>(outcome);
        return (committed.LastPosition, committed.Repeated);
    }

    /// <summary>Does something while an event is being stored.</summary>
    private Task OnInsert(Action act) => Store.OnWriter(connection =>
    {
        connection.CreateFunction("meddle", () =>
        {
            act();
            return 0;
        });
        Run(connection, "CREATE TEMP TRIGGER meddling AFTER INSERT ON main.ledger BEGIN SELECT meddle(); END");
    });

    private static void Run(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Run();
    }
}
