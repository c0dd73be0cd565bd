using System.Text;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

public sealed class SqliteLedgerTests : LedgerConformance
{
    private readonly LedgerFolder _folder = new();

    private protected override Task<LedgerStore> OpenStore(string origin, TimeProvider time) =>
        Task.FromResult<LedgerStore>(SqliteLedgerStore.Open(_folder.File, origin, time));

    private protected override void AssertForgotten(string text)
    {
        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, $"{file} still has the text.");
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
