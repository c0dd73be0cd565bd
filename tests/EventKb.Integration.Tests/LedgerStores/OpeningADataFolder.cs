using EventKb.Faults;
using EventKb.Ledger;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>A folder in use is left alone, what is no ledger is refused, and one of a former version is brought up to date.</summary>
public sealed class OpeningADataFolder : IDisposable
{
    private readonly LedgerFolder _folder = new();

    [Fact]
    public async Task A_folder_in_use_is_refused_until_it_is_let_go()
    {
        await using (await EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false }))
            await Assert.ThrowsAsync<DataFolderInUseException>(() => EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false }));

        await using var again = await EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false });
        Assert.Equal(0, again.Store.Head.Size);
    }

    [Fact]
    public async Task A_ledger_of_the_first_version_is_brought_up_to_date_and_can_be_verified_before()
    {
        await SampleLedger.Fill(_folder.Path, seed: 5, events: 60);
        await using (var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                DROP TABLE pseudonym_key;
                CREATE TABLE persons (id TEXT PRIMARY KEY, institution TEXT NOT NULL, source TEXT NOT NULL, subject TEXT NOT NULL,
                    name TEXT NOT NULL, email TEXT, UNIQUE (institution, source, subject)) WITHOUT ROWID;
                DROP TABLE schema_scripts;
                CREATE TABLE "SchemaVersions" (SchemaVersionID INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID'
                    PRIMARY KEY AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL);
                INSERT INTO "SchemaVersions" (ScriptName, Applied) VALUES ('EventKb.Ledger.Sql.0001_ledger.sql', '2026-11-24');
                PRAGMA user_version = 0;
                """;
            await command.ExecuteNonQueryAsync();
        }

        var before = await EmbeddedLedger.Verify(_folder.Path);
        await using (await EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false, Verify = true }))
        {
        }

        await SampleLedger.Fill(_folder.Path, seed: 6, events: 80);
        Assert.True((await EmbeddedLedger.Verify(_folder.Path)).Size > before.Size);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(_folder.File, new string('x', 8_192));
        var found = await Assert.ThrowsAsync<LedgerDamagedException>(() =>
            EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false }));
        Assert.Equal("database", found.Check);
    }

    public void Dispose() => _folder.Dispose();
}
