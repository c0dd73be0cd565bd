using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>What has queued is committed together, whatever becomes of one among it.</summary>
public sealed class SharingACommit : IAsyncLifetime
{
    private const int Writes = 200;
    private readonly LedgerFolder _folder = new();
    private SqliteLedgerStore _store = null!;
    private int _commits;

    public Task InitializeAsync()
    {
        _store = SqliteLedgerStore.Open(_folder.File, "test.example/ledger", TimeProvider.System);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public Task One_that_comes_too_late_is_dropped_before() =>
        FailsAlone(write => write with { MostWait = TimeSpan.FromTicks(-1) });

    [Fact]
    public Task One_that_erases_what_is_not_there_is_refused_alone() =>
        FailsAlone(write => write with { Events = [Erasing(write.Events[0], new EventPlace(9_999, "nowhere"))] });

    [Fact]
    public Task One_that_another_was_faster_than_is_refused_alone() => FailsAlone(write => write with { Stream = "s1" });

    private async Task FailsAlone(Func<PendingWrite, PendingWrite> spoil)
    {
        using var begun = new SemaphoreSlim(0);
        using var queued = new SemaphoreSlim(0);
        var before = _store.OnWriter(connection =>
        {
            SQLitePCL.raw.sqlite3_commit_hook(connection.Handle, _ => ++_commits * 0, null);
            begun.Release();
            queued.Wait();
        });
        await begun.WaitAsync();
        var stored = Enumerable.Range(0, Writes).Select(i => LedgerConformance.Pending($"s{i}", 1))
            .Select((write, i) => _store.Append(i == Writes / 2 ? spoil(write) : write)).ToList();
        queued.Release();
        await before;
        var failures = await Task.WhenAll(stored.Select(write => Record.ExceptionAsync(() => write)));

        Assert.Equal(Writes - 1, failures.Count(failure => failure is null));
        Assert.NotNull(failures[Writes / 2]);
        Assert.Equal((Writes - 1, 2), (_store.Head.Size, _commits));
        await _store.Verify();
    }

    private static PendingEvent Erasing(PendingEvent next, EventPlace erased) => new()
    {
        EventId = next.EventId,
        Type = next.Type,
        OccurredAt = next.OccurredAt,
        Metadata = next.Metadata,
        Data = next.Data,
        Erases = erased,
    };
}
