using Microsoft.Data.Sqlite;

namespace EventKb.Faults.Damage;

/// <summary>
/// Edits a ledger as somebody with a database tool would: rows deleted, swapped, added and changed in each table, the schema changed,
/// files cut off, and older files put beside newer ones.
/// </summary>
public static class StructuralEdits
{
    /// <summary>Tries so many edits, as many of each kind, each on a ledger of its own.</summary>
    public static async Task<List<Trial>> Run(int edits, int seed)
    {
        using var ledger = new TemporaryLedger(seed, events: 300);
        await ledger.Filled();
        var before = LogicalDump.Of(ledger.File);
        var sql = new SqlEdits(ledger.File);
        using var files = await FileEdits.Of(ledger.Folder, seed);
        var trials = new Trial[edits];
        await Parallel.ForAsync(0, edits, async (i, _) =>
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            trials[i] = i % 5 == 4 ? await files.Try(random) : await Edit(ledger.File, before, sql, random, i);
        });
        return [.. trials];
    }

    private static async Task<Trial> Edit(string ledger, string before, SqlEdits edits, Random random, int number)
    {
        var folder = Directory.CreateTempSubdirectory("eventkb-edit-");
        try
        {
            var file = Path.Combine(folder.FullName, "ledger.db");
            File.Copy(ledger, file);
            var (kind, sql) = Apply(file, edits, random, number);
            var look = await Look.At(folder.FullName);
            return new Trial(sql, kind, look, look.Check is null && LogicalDump.Of(file) == before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Applies an edit that the database itself takes; what breaks a constraint is drawn again.</summary>
    private static (string Kind, string Sql) Apply(string file, SqlEdits edits, Random random, int number)
    {
        for (var tries = 0; ; tries++, number += 8)
        {
            var (kind, sql) = edits.Next(random, number);
            try
            {
                using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
                return (kind, sql);
            }
            catch (SqliteException) when (tries < 100)
            {
                continue;
            }
        }
    }
}
