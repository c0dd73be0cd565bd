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
            var flagged = await server.Send("flag", new { id, comment = "Novecojis" });
            Assert.Equal($"{head + 1}", flagged.GetProperty("position").GetString());
            Assert.False(waiting.IsCompleted);

            shown = server.Send("flag", new { id, comment = "Kļūda" }, "article { version }");
            await server.App.Ledger.Feed.Changed(head + 1);
            Assert.False(shown.IsCompleted);
        }

        Assert.Equal(3, (await shown).GetProperty("article").GetProperty("version").GetInt32());
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
