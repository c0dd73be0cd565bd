using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

public sealed class SqliteLedgerTests : LedgerConformance
{
    private readonly LedgerFolder _folder = new();

    private protected override Task<LedgerStore> OpenStore(string origin, TimeProvider time) =>
        Task.FromResult<LedgerStore>(SqliteLedgerStore.Open(_folder.File, origin, time));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
