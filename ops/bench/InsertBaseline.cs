using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace EventKb.Bench;

/// <summary>One insert per transaction by Microsoft.Data.Sqlite with the ledger's durability: WAL, synchronous=FULL.</summary>
internal static class InsertBaseline
{
    public static double PerSecond(string folder, int inserts, int bytes)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "baseline.db")}");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        Run(connection, "CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT, version INTEGER, data BLOB, UNIQUE (stream, version))");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events VALUES (@p, @s, @v, @d)";
        var (position, stream, version, data) = (insert.Parameters.Add("@p", SqliteType.Integer), insert.Parameters.Add("@s", SqliteType.Text),
            insert.Parameters.Add("@v", SqliteType.Integer), insert.Parameters.Add("@d", SqliteType.Blob));
        data.Value = new byte[bytes];
        var watch = Stopwatch.StartNew();
        for (var i = 1; i <= inserts; i++)
        {
            (position.Value, stream.Value, version.Value) = (i, $"RIGA/knowledge-article/{i % 200}", i / 200);
            insert.ExecuteNonQuery();
        }

        return inserts / watch.Elapsed.TotalSeconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
