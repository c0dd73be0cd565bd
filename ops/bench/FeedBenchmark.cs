using System.Diagnostics;
using System.Text.Json.Nodes;
using EventKb.Ledger;
using Microsoft.Data.Sqlite;

namespace EventKb.Bench;

internal static class FeedBenchmark
{
    private const int Events = 60_000;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        await Commands.Load(ledger, Events, 256, 200);
        await Read(ledger);
        Select(folder);
        var (plain, feed) = (Select(folder), await Read(ledger));
        yield return new Figure("events through the feed", feed, plain, "per second", 0.5, AtLeast: true);
    }

    private static async Task<double> Read(EmbeddedLedger ledger)
    {
        var watch = Stopwatch.StartNew();
        long after = 0;
        while (await ledger.Feed.Read(after, 2_000) is { Count: > 0 } batch)
            after = batch[^1].Recorded.Position;
        return after / watch.Elapsed.TotalSeconds;
    }

    private static double Select(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, EmbeddedLedger.FileName)};Mode=ReadOnly");
        connection.Open();
        using var select = connection.CreateCommand();
        select.CommandText =
            """
            SELECT l.position, l.stream, l.version, l.previous_position, l.event_id, l.type, l.recorded_at, l.occurred_at, l.commitment,
                l.leaf_hash, l.envelope, l.data, c.bytes
            FROM ledger l LEFT JOIN content c ON c.position = l.position ORDER BY l.position
            """;
        var watch = Stopwatch.StartNew();
        using var reader = select.ExecuteReader();
        var rows = 0;
        while (reader.Read())
        {
            for (var column = 0; column < 10; column++)
                reader.GetValue(column);
            for (var column = 10; column < 13; column++)
                if (!reader.IsDBNull(column))
                    JsonNode.Parse((byte[])reader.GetValue(column));
            rows++;
        }

        return rows / watch.Elapsed.TotalSeconds;
    }
}
