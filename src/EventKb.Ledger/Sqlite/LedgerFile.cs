using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The database file: its schema, and connections with the settings that durability and erasure rest on.</summary>
internal sealed class LedgerFile(string path)
{
    private const int EnoughSpace = 1024 * 1024;

    // Kept as user_version: since 1 whatever is deleted or moved within the file is overwritten.
    private const long Overwriting = 1;

    public string Path { get; } = path;

    /// <summary>
    /// Makes a ledger. It comes under its name when it is whole, so that a file that is there and empty is never a ledger that was
    /// just being made.
    /// </summary>
    public void Create(Action<LedgerFile> fill)
    {
        var made = new LedgerFile(Path + ".new");
        made.Delete();
        PrivateFiles.MakeEmpty(made.Path);
        // The page size is settled with the first page.
        using (var connection = made.Open(SqliteOpenMode.ReadWriteCreate,
            $"PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA user_version = {Overwriting};"))
            LedgerSchema.Upgrade(connection);
        try
        {
            fill(made);
        }
        catch
        {
            made.Delete();
            throw;
        }

        Delete();
        File.Move(made.Path, Path);
        DirectorySync.Flush(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
    }

    /// <summary>Makes a ledger without events.</summary>
    public void Create(string origin, byte[] pseudonymKey) => Create(made =>
    {
        using var connection = made.OpenWriter();
        PutHead(connection, origin);
        PseudonymKeyRow.Put(connection, pseudonymKey);
    });

    /// <summary>Stores the head of a ledger without events.</summary>
    public static void PutHead(SqliteConnection connection, string origin)
    {
        using var head = new Statement(connection,
            "INSERT INTO ledger_head (id, origin, size, recorded_at, frontier) VALUES (1, ?, 0, 0, x'')");
        head.Bind(1, origin).Run();
    }

    /// <summary>Brings the schema up to date.</summary>
    public void Upgrade(Secrets? secrets = null)
    {
        // A ledger gets its name when it is whole, so nothing else makes it empty.
        if (new FileInfo(Path).Length == 0)
            throw new LedgerDamagedException("database", "The file is empty; it was cut off.");
        using var connection = OpenWriter();
        ForgetRemains(connection);
        var hadKey = PseudonymKeyRow.HasPlace(connection);
        LedgerSchema.Upgrade(connection);
        if (!hadKey)
            PseudonymKeyRow.Put(connection, (secrets ?? Secrets.Random).PseudonymKey());
    }

    /// <summary>A file of former versions has remains of texts in its unused space; it is written anew, once.</summary>
    private static void ForgetRemains(SqliteConnection connection)
    {
        using (var version = new Statement(connection, "PRAGMA user_version"))
            if (version.Step() && version.Number(0) >= Overwriting)
                return;
        using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM; PRAGMA user_version = {Overwriting}; PRAGMA wal_checkpoint(TRUNCATE);";
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
        using var room = PrivateFiles.Open(Path + "-space", FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose,
            bufferSize: 0);
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

    /// <summary>True where SQLite could not make sense of the file: its pages, its schema, or that it is a database at all.</summary>
    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is 1 or 11 or 24 or 26;

    private void Delete()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(Path + suffix);
    }

    private SqliteConnection Open(SqliteOpenMode mode, string settings)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        try
        {
            connection.OpenSteady();
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
