using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The one row that holds the key of pseudonyms.</summary>
internal static class PseudonymKeyRow
{
    /// <summary>Gives a ledger its key.</summary>
    public static void Put(SqliteConnection connection, byte[] key)
    {
        using var put = new Statement(connection, "INSERT INTO pseudonym_key (id, key) VALUES (1, ?)");
        put.Bind(1, PseudonymKey.Stored(key)).Run();
    }

    /// <summary>True where the tables have room for a key: one that is missing there is gone.</summary>
    public static bool HasPlace(SqliteConnection connection)
    {
        using var table = new Statement(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'pseudonym_key'");
        return table.Step();
    }
}
