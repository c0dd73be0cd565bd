using System.Diagnostics;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

public sealed class LongStreams : IAsyncLifetime
{
    private const int Events = 10_000;
    private static readonly StreamId Article = new(new InstitutionCode("RIGA"), "knowledge-article", "long");
    private readonly LedgerFolder _folder = new();
    private EmbeddedLedger _ledger = null!;

    private SqliteLedgerStore Store => (SqliteLedgerStore)_ledger.Store;

    public async Task InitializeAsync() => _ledger = await EmbeddedLedger.Open(_folder.Path, new LedgerOptions
    {
        References = false,
        Authority = (_, command, _, _) =>
            new(command is KnowledgeArticleCommand.Flag ? new Rejection("NOT_ALLOWED", "Nobody may.", "Ask for it.") : null),
    });

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Open_in_about_the_time_that_reading_as_many_events_in_order_takes()
    {
        var previous = 0L;
        for (var version = 1; version <= Events; version += 100)
        {
            var write = LedgerConformance.Pending("long", version, 100, previous: previous);
            await Store.Append(write);
            previous = write.Events[^1].Position;
        }

        var read = await Best(() => Store.Read(0, Events));
        var opened = await Best(async () =>
        {
            Assert.Equal(Events, await Store.HighestVersion("long"));
            var versions = new List<long>(Events);
            await Store.Replay("long", 1, long.MaxValue, long.MaxValue, row => versions.Add(row.Version));
            Assert.Equal(Enumerable.Range(1, Events).Select(v => (long)v), versions);
        });
        Assert.True(opened < 4 * read, $"Opening took {opened.TotalMilliseconds} ms, reading {read.TotalMilliseconds} ms.");
    }

    [Fact]
    public async Task Are_not_read_for_a_refusal()
    {
        await Send(new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv", new Content { Title = "T", Body = "1" }), "1");
        await Send(new KnowledgeArticleCommand.Revise(new Content { Title = "T", Body = "2" }), "2");
        // Whoever reads the stream from now on finds nothing.
        await Store.OnWriter(connection =>
        {
            using var move = new Statement(connection, "UPDATE ledger SET stream = 'elsewhere'");
            move.Run();
        });

        var refused = Assert.IsType<CommandOutcome.Refused>(await Send(new KnowledgeArticleCommand.Flag("?"), "3"));

        Assert.Equal(("NOT_ALLOWED", 2), (refused.Rejection.Code, refused.CurrentVersion));
    }

    private async Task<CommandOutcome> Send(KnowledgeArticleCommand command, string id)
    {
        var now = DateTimeOffset.UtcNow;
        return await _ledger.Gateway.Send(Article, command,
            new CommandContext(CommandId.From(id), now, now, new PersonId("p-1"), Article.Institution, Via.Api, "c", "c"));
    }

    private static async Task<TimeSpan> Best(Func<Task> run)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 7; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await run();
            best = Stopwatch.GetElapsedTime(begun) is var took && took < best ? took : best;
        }

        return best;
    }
}
