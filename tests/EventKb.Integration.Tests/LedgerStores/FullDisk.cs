using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>What SQLite answers on a full disk (SQLITE_FULL), made by a limit on the pages of the database.</summary>
public sealed class FullDisk : IAsyncLifetime
{
    private const int Commands = 40;
    private static readonly InstitutionCode Riga = new("RIGA");
    private readonly LedgerFolder _folder = new();
    private EmbeddedLedger _ledger = null!;
    private string? _saidNotReady;

    public async Task InitializeAsync() => _ledger = await EmbeddedLedger.Open(_folder.Path,
        new LedgerOptions { References = false, CommandDeadline = TimeSpan.FromSeconds(3) });

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_is_acknowledged_that_is_not_there_and_all_is_taken_when_there_is_space()
    {
        Assert.Null(_ledger.NotReadyBecause);
        await Limit(60);
        var acknowledged = new Dictionary<int, long>();
        var failed = 0;
        while (failed == 0 && acknowledged.Count < Commands)
            failed = await Watched(Send(acknowledged, acknowledged.Count)) ? 0 : 1;
        Assert.Equal(1, failed);
        Assert.NotEmpty(acknowledged);
        Assert.Equal(acknowledged.Values.Max(), _ledger.Store.Head.Size);
        Assert.Contains("full", _saidNotReady, StringComparison.Ordinal);
        Assert.Equal(acknowledged.Count, (await _ledger.Feed.Read(0, 100)).Count);
        await _ledger.Store.Verify();

        await Limit(1_000_000);
        for (var i = 0; i < 100 && _ledger.NotReadyBecause is not null; i++)
            await Task.Delay(100);
        Assert.Null(_ledger.NotReadyBecause);

        var before = acknowledged.ToDictionary();
        for (var i = 0; i < Commands; i++)
            Assert.True(await Send(acknowledged, i));
        Assert.All(before, was => Assert.Equal(was.Value, acknowledged[was.Key]));
        Assert.Equal(Enumerable.Range(1, Commands).Select(p => (long)p), acknowledged.Values.Order());
        Assert.Equal(Commands, _ledger.Store.Head.Size);
        await _ledger.Store.Verify();
    }

    /// <summary>Notes what is said of readiness meanwhile: a write that needs no space finds, a second later, that there is enough for it.</summary>
    private async Task<bool> Watched(Task<bool> sending)
    {
        while (!sending.IsCompleted)
        {
            _saidNotReady = _ledger.NotReadyBecause?.ToString() ?? _saidNotReady;
            await Task.Delay(5);
        }

        return await sending;
    }

    /// <summary>A limit that the connection that writes keeps to, in place of a disk with so much space left.</summary>
    private Task Limit(long pages) => ((SqliteLedgerStore)_ledger.Store).OnWriter(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        command.CommandText = $"PRAGMA max_page_count = {(long)command.ExecuteScalar()! + pages}";
        command.ExecuteNonQuery();
    });

    private async Task<bool> Send(Dictionary<int, long> acknowledged, int i)
    {
        var id = CommandId.From($"command {i}");
        var draft = new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv",
            new Content { Title = "T", Body = new string('ā', 10_000) });
        var now = DateTimeOffset.UtcNow;
        try
        {
            var committed = Assert.IsType<CommandOutcome.Committed>(await _ledger.Gateway.Send(
                KnowledgeArticle.IdFromCommand(Riga, id), draft,
                new CommandContext(id, now, now, new PersonId("p-1"), Riga, Via.Import, "c", "c")));
            acknowledged[i] = committed.LastPosition;
            return true;
        }
        catch (LedgerUnavailableException)
        {
            return false;
        }
    }
}
