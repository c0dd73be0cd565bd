using EventKb.Integration.Tests.ReadModels;
using EventKb.Ledger.Sqlite;
using EventKb.ReadModels;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>
/// A statement that is run with other values is not prepared anew: no plan depends on values, though one of these would let SQLite use
/// a partial index.
/// </summary>
public sealed class SteadyPlans
{
    [Fact]
    public void Statements_of_the_ledger_keep_their_plans()
    {
        using var folder = new LedgerFolder();
        var file = new LedgerFile(folder.File);
        file.Create("test.example/ledger", new byte[32]);

        foreach (var open in (Func<SqliteConnection>[])[file.OpenReader, file.OpenWriter])
        {
            using var connection = open();
            using var plan = new Statement(connection,
                "EXPLAIN QUERY PLAN SELECT position FROM ledger WHERE stream = ? AND previous_position = ?");
            Assert.True(plan.Bind(1, "RIGA/knowledge-article/1").Bind(2, 0).Step());
            Assert.DoesNotContain("ledger_first", plan.Text(3));
        }
    }

    [Fact]
    public async Task Statements_of_the_read_models_keep_their_plans()
    {
        await using var models = new ReadModelFolder(new MemoryLedger());
        await using var session = await models.Read();

        var plan = await session.List("EXPLAIN QUERY PLAN SELECT born FROM article_versions WHERE rec_to = @to AND born = @born",
            row => row.GetString(3), ("@to", Micros.Open), ("@born", 1L));

        Assert.DoesNotContain("article_versions_open", Assert.Single(plan));
    }
}
