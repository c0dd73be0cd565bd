using System.Text;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

public sealed class SqliteLedgerTests : LedgerConformance
{
    private readonly LedgerFolder _folder = new();

    private protected override Task<LedgerStore> OpenStore(string origin, TimeProvider time) =>
        Task.FromResult<LedgerStore>(SqliteLedgerStore.Open(_folder.File, origin, time));

    /// <summary>A kill does not tell whether a commit reached the disk, so what it rests on is asked for.</summary>
    [Fact]
    public async Task Every_commit_is_on_the_disk_before_it_is_acknowledged()
    {
        var found = new List<string>();
        await ((SqliteLedgerStore)Store).OnWriter(connection =>
        {
            foreach (var pragma in new[] { "journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "secure_delete" })
            {
                using var row = new Statement(connection, $"PRAGMA {pragma}");
                row.Step();
                found.Add($"{pragma} = {row.Text(0)}");
            }
        });
        Assert.Equal(["journal_mode = wal", "synchronous = 2", "fullfsync = 1", "checkpoint_fullfsync = 1", "secure_delete = 1"], found);
    }

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
