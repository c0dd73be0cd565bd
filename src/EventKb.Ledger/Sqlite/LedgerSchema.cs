using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The tables, from the numbered scripts in <c>schema/sql/sqlite/ledger</c>: made, brought up to date, and told from others.</summary>
internal static class LedgerSchema
{
    private const string ScriptPrefix = "EventKb.Ledger.Sql.";

    /// <summary>What the scripts make of an empty database: the objects and the scripts' names.</summary>
    private static readonly Lazy<IReadOnlyList<string>> Expected = new(() =>
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Upgrade(connection);
        return Describe(connection);
    });

    /// <summary>Runs the scripts that the database has not seen yet, each in a transaction.</summary>
    public static void Upgrade(SqliteConnection connection)
    {
        // A script of former versions asks for it; what it made of the directory is dropped by the one after it.
        connection.CreateAggregate("directory_sum_of", 32, (int bytes, object?[] _) => bytes, bytes => new byte[bytes]);
        using var shared = new SharedConnection(connection);
        var result = DeployChanges.To
            .SqliteDatabase(shared)
            .WithScriptsEmbeddedInAssembly(typeof(LedgerSchema).Assembly, name =>
                name.StartsWith(ScriptPrefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .JournalTo(new ScriptJournal(connection))
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw result.Error;
    }

    /// <summary>Throws where the database has anything that the scripts do not make, or lacks something that they do.</summary>
    public static void Check(SqliteConnection connection)
    {
        var found = Describe(connection);
        if (found.Except(Expected.Value).FirstOrDefault() is { } foreign)
            throw new LedgerDamagedException("schema", $"The database has something that is not the ledger's: {Name(foreign)}.");
        if (Expected.Value.Except(found).FirstOrDefault() is { } missing)
            throw new LedgerDamagedException("schema", $"The database lacks something of the ledger's: {Name(missing)}.");
        if (found.Count != Expected.Value.Count)
            throw new LedgerDamagedException("schema", "The database has something twice.");
    }

    private static string Name(string described) => described.ReplaceLineEndings(" ") is { Length: > 100 } longer ? longer[..100] + '…'
        : described.ReplaceLineEndings(" ");

    private static List<string> Describe(SqliteConnection connection)
    {
        var found = new List<string>();
        Read("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name <> 'sqlite_sequence' ORDER BY 1, 2");
        Read($"SELECT 'script', name, '', '' FROM {ScriptJournal.Table} ORDER BY 2");
        return found;

        void Read(string sql)
        {
            using var row = new Statement(connection, sql);
            var strict = new StrictRow(row, "sqlite_schema");
            while (row.Step())
                found.Add($"{strict.Text(0)} {strict.Text(1)} {strict.Text(2)} {strict.Text(3).ReplaceLineEndings("\n")}".TrimEnd());
        }
    }
}
