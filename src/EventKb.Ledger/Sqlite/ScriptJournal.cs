using System.Data;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>Which scripts a database has seen: their names alone, so that everything stored can be compared with what is expected.</summary>
internal sealed class ScriptJournal(SqliteConnection connection) : IJournal
{
    /// <summary>The table.</summary>
    public const string Table = "schema_scripts";

    /// <summary>The library's own table, with times that nothing can confirm, which ledgers were made with at first.</summary>
    private const string Former = "SchemaVersions";

    /// <inheritdoc/>
    public string[] GetExecutedScripts() =>
        Has(Table) ? Names($"SELECT name FROM {Table} ORDER BY name")
        : Has(Former) ? Names($"SELECT ScriptName FROM {Former} ORDER BY ScriptName")
        : [];

    /// <inheritdoc/>
    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        if (Has(Table))
            return;
        Run(dbCommandFactory, $"CREATE TABLE {Table} (name TEXT PRIMARY KEY) WITHOUT ROWID");
        if (!Has(Former))
            return;
        Run(dbCommandFactory, $"INSERT INTO {Table} (name) SELECT ScriptName FROM {Former}");
        Run(dbCommandFactory, $"DROP TABLE {Former}");
    }

    /// <inheritdoc/>
    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory) =>
        Run(dbCommandFactory, $"INSERT INTO {Table} (name) VALUES (@name)", script.Name);

    private static void Run(Func<IDbCommand> create, string sql, string? name = null)
    {
        using var command = create();
        command.CommandText = sql;
        if (name is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@name", name);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }

    private bool Has(string table)
    {
        using var row = new Statement(connection, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
        return row.Bind(1, table).Step();
    }

    private string[] Names(string sql)
    {
        using var row = new Statement(connection, sql);
        var names = new List<string>();
        while (row.Step())
            names.Add(row.Text(0));
        return [.. names];
    }
}
