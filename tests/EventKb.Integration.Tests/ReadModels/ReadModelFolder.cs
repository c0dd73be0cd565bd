using EventKb.ReadModels;

namespace EventKb.Integration.Tests.ReadModels;

/// <summary>Read models of a ledger in a folder of their own, removed afterwards.</summary>
public sealed class ReadModelFolder : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventkb-read-").FullName;

    public ReadModelFolder(MemoryLedger ledger)
    {
        Ledger = ledger;
        Store = ReadModelStore.Open(_folder);
        Runner = new ProjectionRunner(Store, ledger);
    }

    public string Path => _folder;

    public MemoryLedger Ledger { get; }

    public ReadModelStore Store { get; private set; }

    public ProjectionRunner Runner { get; private set; }

    public static IEnumerable<string> Tables => Projections.All.SelectMany(p => p.Tables);

    /// <summary>Catches up and opens a session on the result.</summary>
    public async Task<ReadSession> Read()
    {
        await Runner.CatchUp();
        return Store.OpenSession();
    }

    public async Task<string> Hash()
    {
        await using var session = Store.OpenSession();
        return await RowHash.Of(session, Tables);
    }

    /// <summary>Stops and starts again on the same folder, with another ledger where one is given.</summary>
    public async Task Restart(MemoryLedger? ledger = null)
    {
        await Runner.DisposeAsync();
        await Store.DisposeAsync();
        Store = ReadModelStore.Open(_folder);
        Runner = new ProjectionRunner(Store, ledger ?? Ledger);
    }

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
