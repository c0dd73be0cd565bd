using EventKb.Contract.Tests.Ledger;
using EventKb.Ledger;
using EventKb.ReadModels;
using Microsoft.Data.Sqlite;

namespace EventKb.Contract.Tests.Sql;

/// <summary>
/// The tables that the scripts make are approved as text. Set EVENTKB_WRITE_SCHEMA=1 to write them anew; the difference is then
/// reviewed as any other.
/// </summary>
public sealed class SqlSchema : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventkb-schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_ledgers_tables_are_those_approved()
    {
        await using (await EmbeddedLedger.Open(_folder, new LedgerOptions()))
        {
        }

        IsApproved("ledger.schema.sql", TablesOf(EmbeddedLedger.FileName));
    }

    [Fact]
    public async Task The_read_models_tables_are_those_approved()
    {
        await using var store = ReadModelStore.Open(_folder);
        IsApproved("read.schema.sql", TablesOf($"read-{store.LiveNumber}.db"));
    }

    private static void IsApproved(string name, string made)
    {
        var file = Path.Combine(Repository.Root, "schema", "sql", "sqlite", name);
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1")
            File.WriteAllText(file, made);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), made);
    }

    private string TablesOf(string file)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name";
        using var reader = command.ExecuteReader();
        var made = new List<string>();
        while (reader.Read())
            made.Add(reader.GetString(0).ReplaceLineEndings("\n").Trim() + ";\n");
        return string.Join('\n', made);
    }
}
