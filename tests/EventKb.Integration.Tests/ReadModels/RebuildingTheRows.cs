using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels;

public sealed class RebuildingTheRows
{
    private const string One = "RIGA/knowledge-article/1";
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task Rebuilt_rows_are_the_live_rows_even_after_an_erasure_in_mid_history()
    {
        await using var models = new ReadModelFolder(_ledger);
        var secret = _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "Noslēpums", Body = "vārds" });
        _ledger.Append(One, new Flagged(1), new Content { Comment = "c" });
        for (var i = 0; i < 30; i++)
        {
            await models.Runner.CatchUp();
            _ledger.Append($"RIGA/knowledge-article/{i % 7}x", i < 7 ? new Drafted(ArticleKind.Faq, "lv") : new Revised((i / 7) + 1),
                new Content { Title = $"{i}", Reason = "r" }, MemoryLedger.Start.AddSeconds(-i % 5));
            if (i == 15)
                _ledger.Erase(secret);
        }

        _ledger.Append(One, new Classified(new Classification { Keywords = ["k"] }), new Content { Reason = "r" });
        _ledger.Append(One, new Related(1, RelationType.Evidence, new ExactVersion("RIGA/knowledge-article/2x", 1, 5)));
        await models.Runner.CatchUp();
        var live = await models.Hash();
        await models.Runner.Rebuild();
        Assert.Equal(2, models.Store.LiveNumber);
        Assert.Equal(live, await models.Hash());

        await using var session = models.Store.OpenSession();
        var pin = (await session.PinAt(_ledger.Now, position: secret))!;
        var article = (await ArticleQueries.ById(session, Viewer.LocalOperator, pin, One))!;
        var revision = (await RevisionQueries.One(session, Viewer.LocalOperator, article, 1))!;
        Assert.Equal((null, true, null, null), (article.Title, revision.Erased, revision.Body, revision.BodySha256));
        Assert.DoesNotContain("Noslēpums", await Everything(session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hash_sees_a_row_that_differs()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        await using var models = new ReadModelFolder(_ledger);
        await models.Runner.CatchUp();
        var before = await models.Hash();
        await using (var connection = models.Store.Live.Writing())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE text_rows SET title = 'b'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        Assert.NotEqual(before, await models.Hash());
    }

    [Fact]
    public async Task The_live_rows_go_on_being_served_while_others_are_filled()
    {
        for (var i = 0; i < 500; i++)
            _ledger.Append($"RIGA/knowledge-article/{i}", new Drafted(ArticleKind.Faq, "lv"), new Content { Title = $"{i}" });
        await using var models = new ReadModelFolder(_ledger);
        models.Runner.Start();
        Assert.True(await models.Runner.WaitFor(500, TimeSpan.FromSeconds(20)));
        var rebuilding = models.Runner.Rebuild();
        var last = _ledger.Append("RIGA/knowledge-article/new", new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "new" });
        Assert.True(await models.Runner.WaitFor(last, TimeSpan.FromSeconds(20)));
        await rebuilding;
        await using var session = await models.Read();
        Assert.Equal(501, await (await ArticleQueries.List(session, Viewer.LocalOperator, session.Head(_ledger.Now), new(), 1)).Count());
        Assert.Equal(2, models.Store.LiveNumber);
    }

    private static async Task<string> Everything(ReadSession session)
    {
        var rows = new List<string>();
        foreach (var table in ReadModelFolder.Tables)
            rows.AddRange(await session.List($"SELECT * FROM {table}",
                row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => $"{row.GetValue(i)}"))));
        return string.Join('\n', rows);
    }
}
