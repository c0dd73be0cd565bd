using DbUp;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The database file: its schema, and connections with the settings that durability and erasure rest on.</summary>
internal sealed class LedgerFile(string path)
{
    private const string ScriptPrefix = "EventKb.Ledger.Sql.";
    private const int EnoughSpace = 1024 * 1024;

    // Kept as user_version: since 1 whatever is deleted or moved within the file is overwritten.
    private const long Overwriting = 1;

    public string Path { get; } = path;

    /// <summary>Brings the schema up to date.</summary>
    public void Upgrade()
    {
        // Settles the page size of a new file; for an existing one it changes nothing.
        using (var connection = Open(SqliteOpenMode.ReadWriteCreate, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;"))
            ForgetRemains(connection);
        var result = DeployChanges.To
            .SqliteDatabase(ConnectionString(SqliteOpenMode.ReadWriteCreate))
            .WithScriptsEmbeddedInAssembly(typeof(LedgerFile).Assembly, name =>
                name.StartsWith(ScriptPrefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw result.Error;
    }

    /// <summary>A file of former versions has remains of texts in its unused space; it is written anew, once.</summary>
    private static void ForgetRemains(SqliteConnection connection)
    {
        using var state = new Statement(connection,
            "SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)");
        state.Step();
        var (version, isNew) = (state.Number(0), state.Number(1) == 0);
        state.Reset();
        if (version >= Overwriting)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = $"{(isNew ? "" : "VACUUM;")} PRAGMA user_version = {Overwriting}; PRAGMA wal_checkpoint(TRUNCATE);";
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    /// <summary>The one connection that writes.</summary>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWrite,
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = ON;
        PRAGMA checkpoint_fullfsync = ON;
        PRAGMA secure_delete = ON;
        PRAGMA wal_autocheckpoint = 8000;
        PRAGMA cache_size = -32768;
        PRAGMA busy_timeout = 100;
        """);

    /// <summary>
    /// Throws where the disk has no room for a usual write: a page or two may still fit into what a failed write took.
    /// </summary>
    public void CheckSpace()
    {
        using var room = new FileStream(Path + "-space", FileMode.Create, FileAccess.Write, FileShare.None, 0,
            FileOptions.DeleteOnClose);
        room.Write(new byte[EnoughSpace]);
        room.Flush(flushToDisk: true);
    }

    /// <summary>A connection that only reads.</summary>
    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadWrite,
        """
        PRAGMA query_only = ON;
        PRAGMA cache_size = -8192;
        PRAGMA busy_timeout = 5000;
        """);

    private SqliteConnection Open(SqliteOpenMode mode, string settings)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false }.ToString();
}
