using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>What a mutation waits for, while somebody else holds the file of the views and they stand still.</summary>
public sealed class WritingWhileTheViewsStandStill(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_mutation_waits_for_the_views_only_where_it_asks_for_what_was_changed()
    {
        var id = await server.Draft("Raksts");
        var head = server.App.Runner.Position;
        Task<System.Text.Json.JsonElement> shown;
        using (Hold())
        {
            var waiting = server.Ask("{ ledger { size } }", extensions: new { atLeast = $"{head + 2}" });
            var flagged = await server.Send("flagArticle", new { id, comment = "Novecojis" });
            Assert.Equal($"{head + 1}", flagged.GetProperty("position").GetString());
            Assert.False(waiting.IsCompleted);

            shown = server.Send("flagArticle", new { id, comment = "Kļūda" }, "article { version }");
            await server.App.Ledger.Feed.Changed(head + 1);
            Assert.False(shown.IsCompleted);
        }

        Assert.Equal(3, (await shown).GetProperty("article").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task What_needs_the_rules_is_decided_by_those_that_are_known()
    {
        var id = await server.Draft("Pirmais");
        using (Hold())
        {
            await server.Send("flagArticle", new { id, comment = "Novecojis" });
            await server.App.Ledger.Feed.Changed(server.App.Runner.Position);
            var drafted = await server.Send("draftArticle",
                new { institution = "RIGA", kind = "FAQ", language = "lv", title = "Otrais", body = "teksts" });
            Assert.Equal("[]", drafted.GetProperty("errors").ToString());
            Assert.True(server.App.Ledger.Store.Head.Size > server.App.Runner.Position);
        }
    }

    [Fact]
    public async Task What_needs_the_rules_waits_for_those_that_were_recorded_before_it()
    {
        Task<System.Text.Json.JsonElement> drafting;
        using (Hold())
        {
            await server.Send("adoptKnowledgeProcess", new
            {
                institution = "LATE",
                title = "Process",
                scope = "INSTITUTION",
                inForceFrom = "2026-01-01",
                document = new { number = "1", date = "2026-01-01", sha256 = new string('a', 64) },
                rules = new { fourEyes = false },
            });
            drafting = server.Send("draftArticle", new { institution = "LATE", kind = "FAQ", language = "lv", title = "t", body = "b" });
            Assert.NotSame(drafting, await Task.WhenAny(drafting, server.App.Ledger.Feed.Changed(server.App.Ledger.Store.Head.Size)));
        }

        var position = long.Parse((await drafting).GetProperty("position").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var drafted = (await server.App.Ledger.Feed.Read(position - 1, 1))[0].Recorded;
        Assert.StartsWith("LATE/knowledge-process/", drafted.Metadata.Rule, StringComparison.Ordinal);
    }

    private SqliteConnection Hold()
    {
        var connection = new SqliteConnection(
            $"Data Source={Path.Combine(server.Folder, $"read-{server.App.Store.LiveNumber}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
