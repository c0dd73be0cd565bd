using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>
/// What is read between SQLite's commit and the publication of the head: a second store on the same file commits, so that the
/// first one stands there for as long as the test wants.
/// </summary>
public sealed class SqliteReaders : IAsyncLifetime
{
    private readonly LedgerFolder _folder = new();
    private SqliteLedgerStore _store = null!;
    private SqliteLedgerStore _committing = null!;

    public Task InitializeAsync()
    {
        (_committing, _store) = (Open(), Open());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _committing.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Committed_events_are_not_read_before_the_head_is_published()
    {
        await Commit(_store, 3);
        await _committing.DisposeAsync();
        _committing = Open();
        await Commit(_committing, 5);

        Assert.Equal(3, _store.Head.Size);
        Assert.Equal([1, 2, 3], (await _store.Read(0, 100)).Select(row => row.Position));
        Assert.Empty(await _store.Read(3, 100));
    }

    [Fact]
    public async Task What_the_feed_gives_has_a_root_while_others_write()
    {
        const int Writes = 1_000;
        var feed = new StoreFeed(_store);
        var writing = Task.Run(() => Commit(_store, Writes));
        for (var seen = 0L; seen < Writes;)
        {
            var batch = await feed.Read(seen, 7);
            if (batch.Count > 0)
                Assert.Equal(64, (await feed.RootAt(seen = batch[^1].Recorded.Position)).Length);
            else
                await feed.Changed(seen);
        }

        await writing;
    }

    [Fact]
    public async Task A_ledger_with_an_event_missing_is_not_read_as_a_shorter_one()
    {
        await Commit(_store, 5);
        await _store.OnWriter(connection =>
        {
            using var delete = new Statement(connection, "DELETE FROM ledger WHERE position = 3");
            delete.Run();
        });

        await Assert.ThrowsAsync<LedgerDamagedException>(() => _store.Read(0, 100));
        await Assert.ThrowsAsync<LedgerDamagedException>(() => _store.Read(2, 1));
        Assert.Equal(2, (await _store.Read(3, 100)).Count);
    }

    private SqliteLedgerStore Open() => SqliteLedgerStore.Open(_folder.File, "test.example/ledger", TimeProvider.System);

    private static async Task Commit(SqliteLedgerStore store, int events)
    {
        for (var i = 0; i < events; i++)
            await store.Append(LedgerConformance.Pending($"RIGA/knowledge-article/{Guid.NewGuid():N}", 1));
    }
}
