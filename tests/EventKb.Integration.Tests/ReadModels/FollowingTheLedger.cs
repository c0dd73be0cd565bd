using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Integration.Tests.ReadModels;

public sealed class FollowingTheLedger
{
    private static readonly KnowledgeArticleEvent.Drafted Drafted = new(ArticleKind.Faq, "lv");

    [Fact]
    public async Task A_closed_store_opens_no_session()
    {
        var models = new ReadModelFolder(new MemoryLedger());
        await models.Store.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(models.Store.OpenSession);
        await models.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_who_waits_sees_what_was_recorded()
    {
        var ledger = new MemoryLedger();
        await using var models = new ReadModelFolder(ledger);
        models.Runner.Start();
        var position = ledger.Append("RIGA/knowledge-article/1", Drafted, new Content { Title = "Kāpēc?" });
        Assert.True(await models.Runner.WaitFor(position, TimeSpan.FromSeconds(10)));
        await using var session = models.Store.OpenSession();
        Assert.Equal("Kāpēc?", await session.Single("SELECT title FROM texts WHERE position = @p", r => r.GetString(0), ("@p", position)));
        Assert.Equal((position, ledger.Now), (session.Checkpoint.Position, session.Checkpoint.RecordedAt));
        Assert.Equal(0, await models.Runner.Lag());
    }

    [Fact]
    public async Task Waiting_for_what_never_comes_ends()
    {
        await using var models = new ReadModelFolder(new MemoryLedger());
        models.Runner.Start();
        Assert.False(await models.Runner.WaitFor(1, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task Who_waits_is_woken_by_his_position_alone()
    {
        var reached = new AwaitedPositions();
        var (near, far) = (Wait(2), Wait(4));
        reached.Reach(1);
        Assert.Equal(2, reached.Count);
        reached.Reach(3);
        Assert.True(await near);
        Assert.Equal((1, false), (reached.Count, far.IsCompleted));
        Assert.False(await reached.Wait(5, TimeSpan.FromMilliseconds(20), default));
        Assert.Equal(1, reached.Count);
        reached.Reach(4);
        Assert.True(await far);
        Assert.Equal((0, 4L), (reached.Count, reached.Reached));

        Task<bool> Wait(long position) => reached.Wait(position, TimeSpan.FromSeconds(10), default);
    }

    [Fact]
    public async Task What_fails_for_a_moment_keeps_nobody_waiting_for_a_second()
    {
        var ledger = new MemoryLedger();
        await using var models = new ReadModelFolder(ledger);
        var failing = new Failing { Times = 4 };
        await using var runner = new ProjectionRunner(models.Store, ledger, [.. Projections.All, failing]);
        runner.Start();
        var position = ledger.Append("RIGA/knowledge-article/1", Drafted, new Content { Title = "a" });
        Assert.True(await runner.WaitFor(position, TimeSpan.FromSeconds(3)));
        Assert.Equal((0, null), (failing.Times, runner.Failure));
    }

    [Fact]
    public async Task A_session_is_one_snapshot_even_across_a_rebuild()
    {
        var ledger = new MemoryLedger();
        await using var models = new ReadModelFolder(ledger);
        ledger.Append("RIGA/knowledge-article/1", Drafted, new Content { Title = "a" });
        await using (var before = await models.Read())
        {
            ledger.Append("RIGA/knowledge-article/2", Drafted, new Content { Title = "b" });
            await models.Runner.CatchUp();
            await models.Runner.Rebuild();
            Assert.Equal(1, await before.Scalar("SELECT count(*) FROM texts"));
            await using var after = models.Store.OpenSession();
            Assert.Equal(2, await after.Scalar("SELECT count(*) FROM texts"));
            Assert.True(File.Exists(Path.Combine(models.Path, "read-1.db")));
        }

        Assert.Equal(2, models.Store.LiveNumber);
        Assert.False(File.Exists(Path.Combine(models.Path, "read-1.db")));
        await models.Restart();
        await using var restarted = await models.Read();
        Assert.Equal((2, 2L), (models.Store.LiveNumber, restarted.Checkpoint.Position));
    }

    [Fact]
    public async Task Rows_of_another_ledger_are_not_written_over()
    {
        var ledger = new MemoryLedger();
        await using var models = new ReadModelFolder(ledger);
        ledger.Append("RIGA/knowledge-article/1", Drafted, new Content { Title = "a" });
        await (await models.Read()).DisposeAsync();
        var other = new MemoryLedger { Salt = "other" };
        other.Append("RIGA/knowledge-article/1", Drafted, new Content { Title = "other" });
        await models.Restart(other);
        await Assert.ThrowsAsync<LedgerLostException>(() => models.Runner.CatchUp());
        await using var session = models.Store.OpenSession();
        Assert.Equal("a", await session.Single("SELECT title FROM texts", r => r.GetString(0)));
    }

    [Fact]
    public async Task A_failing_projection_leaves_neither_rows_nor_checkpoint_and_is_reported()
    {
        var ledger = new MemoryLedger();
        await using var models = new ReadModelFolder(ledger);
        await using var runner = new ProjectionRunner(models.Store, ledger, [.. Projections.All, new Failing()]);
        ledger.Append("RIGA/knowledge-article/1", Drafted, new Content { Title = "a" });
        runner.Start();
        for (var i = 0; runner.Failure is null && i < 500; i++)
            await Task.Delay(10);
        Assert.Equal("No.", runner.Failure?.Message);
        await using var session = models.Store.OpenSession();
        Assert.Equal((0L, 0L), (session.Checkpoint.Position, await session.Scalar("SELECT count(*) FROM texts")));
    }

    [Fact]
    public async Task A_recorded_time_is_the_last_position_by_then()
    {
        var ledger = new MemoryLedger();
        await using var models = new ReadModelFolder(ledger);
        for (var i = 1; i <= 5; i++)
            ledger.Append($"RIGA/knowledge-article/{i}", Drafted);
        await using var session = await models.Read();
        var second = MemoryLedger.Start.AddSeconds(2);
        Assert.Equal(2, (await session.PinAt(ledger.Now, recorded: second))!.Position);
        Assert.Equal(2, (await session.PinAt(ledger.Now, recorded: second.AddMilliseconds(999)))!.Position);
        Assert.Equal(0, (await session.PinAt(ledger.Now, recorded: MemoryLedger.Start))!.Position);
        Assert.Null(await session.PinAt(ledger.Now, position: 6));
        Assert.Equal(new Pin(5, ledger.Now, AtHead: true), await session.PinAt(MemoryLedger.Start));
        Assert.False((await session.PinAt(ledger.Now, valid: second))!.AtHead);
    }

    private sealed class Failing : Projection
    {
        public override int Version => 1;

        public override IReadOnlyList<string> Tables => [];

        public int Times { get; set; } = int.MaxValue;

        public override void Apply(StreamStep step, ReadModelWriter rows)
        {
            if (Times == 0)
                return;
            Times--;
            throw new InvalidOperationException("No.");
        }
    }
}
