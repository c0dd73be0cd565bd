using System.Collections.Concurrent;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>One complete set of rows in a file of its own.</summary>
internal sealed class Generation(string folder, int number)
{
    private const int MostIdle = 16;
    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private readonly Lock _counting = new();
    private int _sessions;
    private bool _retired;
    private bool _delete;
    private volatile bool _isDamaged;

    public int Number => number;

    public string File { get; } = Path.Combine(folder, $"read-{number}.db");

    /// <summary>True once somebody could not read the rows.</summary>
    public bool IsDamaged => _isDamaged;

    /// <summary>Reads or writes rows; where the file turns out to be damaged, that is noted and told.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure) when (ReadModelsDamagedException.Says(failure))
        {
            _isDamaged = true;
            throw new ReadModelsDamagedException(Path.GetFileName(File), failure);
        }
    }

    /// <summary>Reads the whole file once and notes where SQLite finds it damaged.</summary>
    public void LookForDamage()
    {
        using var connection = new ReadConnection(File);
        Guard(() => _isDamaged |= connection.List("PRAGMA quick_check(1)", row => row.GetString(0), [])[0] != "ok");
    }

    public void Create()
    {
        PrivateFiles.MakeEmpty(File);
        using var connection = Writing();
        ReadModelSchema.Create(connection);
    }

    public bool IsUsable()
    {
        if (!System.IO.File.Exists(File))
            return false;
        try
        {
            using var connection = Writing();
            return ReadModelSchema.Matches(connection);
        }
        catch (SqliteException)
        {
            // Rows can always be rebuilt, so a damaged file is replaced, never repaired.
            return false;
        }
    }

    /// <summary>What the rows tell of the ledger that they were made from.</summary>
    public LedgerTrace Trace(Checkpoint checkpoint) => new(Path.GetFileName(File), checkpoint.Origin is "" ? null : checkpoint.Origin,
        checkpoint.Position, checkpoint.Position == 0 ? null : checkpoint.RootHash);

    public SqliteConnection Writing()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        connection.OpenSteady();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;
            PRAGMA secure_delete = ON; PRAGMA busy_timeout = 100;
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A session on this generation, or null when it has been retired meanwhile.</summary>
    public ReadSession? TryOpen()
    {
        lock (_counting)
        {
            if (_retired)
                return null;
            _sessions++;
        }

        try
        {
            return Guard(() => new ReadSession(this, _idle.TryTake(out var connection) ? connection : new ReadConnection(File)));
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Return(ReadConnection connection)
    {
        if (_idle.Count < MostIdle)
            _idle.Add(connection);
        else
            connection.Dispose();
        Leave();
    }

    /// <summary>Closes the generation when its last session ends.</summary>
    public void Retire(bool delete)
    {
        lock (_counting)
        {
            _retired = true;
            _delete = delete;
            if (_sessions == 0)
                Close();
        }
    }

    private void Leave()
    {
        lock (_counting)
            if (--_sessions == 0 && _retired)
                Close();
    }

    private void Close()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
        if (_delete)
            Delete();
    }

    public void Delete()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            System.IO.File.Delete(File + suffix);
    }
}
