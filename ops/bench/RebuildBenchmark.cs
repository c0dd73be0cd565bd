using System.Diagnostics;
using EventKb.ReadModels;
using Microsoft.Data.Sqlite;

namespace EventKb.Bench;

/// <summary>Rows per second of a rebuild, beside inserting the very same rows into the same tables in batches.</summary>
internal static class RebuildBenchmark
{
    private const int Batch = 2_000;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        await Commands.Load(ledger, 40_000, 256, 4_000);
        var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        await runner.CatchUp();
        var watch = Stopwatch.StartNew();
        await runner.Rebuild();
        var rebuilt = watch.Elapsed.TotalSeconds;
        var live = Path.Combine(folder, $"read-{store.LiveNumber}.db");
        var (rows, inserted) = InsertAgain(live, Path.Combine(folder, "again.db"));
        await store.DisposeAsync();
        yield return new Figure("rows written by a rebuild", rows / rebuilt, rows / inserted, "per second", 0.3, AtLeast: true);
    }

    private static (long Rows, double Seconds) InsertAgain(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly");
        using var target = new SqliteConnection($"Data Source={to}");
        source.Open();
        target.Open();
        Run(target, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
        foreach (var sql in Texts(source, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"))
            Run(target, sql);
        var (rows, ticks) = (0L, 0L);
        foreach (var table in Texts(source, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        {
            var all = Rows(source, table);
            var begun = Stopwatch.GetTimestamp();
            Insert(target, table, all);
            ticks += Stopwatch.GetTimestamp() - begun;
            rows += all.Count;
        }

        return (rows, Stopwatch.GetElapsedTime(0, ticks).TotalSeconds);
    }

    private static void Insert(SqliteConnection target, string table, List<object[]> rows)
    {
        if (rows.Count == 0)
            return;
        using var insert = target.CreateCommand();
        insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < rows[0].Length; i++)
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        foreach (var batch in rows.Chunk(Batch))
        {
            using var transaction = target.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in batch)
            {
                for (var i = 0; i < row.Length; i++)
                    insert.Parameters[i].Value = row[i];
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private static List<object[]> Rows(SqliteConnection source, string table)
    {
        using var select = source.CreateCommand();
        select.CommandText = $"SELECT * FROM {table}";
        using var reader = select.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static List<string> Texts(SqliteConnection source, string sql)
    {
        using var select = source.CreateCommand();
        select.CommandText = sql;
        using var reader = select.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
