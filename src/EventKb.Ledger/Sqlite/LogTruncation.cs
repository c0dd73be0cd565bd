using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// Erased texts must not live on in the write-ahead log, nor after a crash that came between. While readers hold the log it is
/// tried once a second, so that writers hardly wait for them.
/// </summary>
internal sealed class LogTruncation(SqliteConnection connection, TimeSpan pause)
{
    private bool _isDue = true;
    private long? _tried;

    /// <summary>Empties the log where that is due.</summary>
    public void RunIfDue()
    {
        if (_isDue && (_tried is not { } tried || RealTime.Since(tried) >= pause))
            Run();
    }

    /// <summary>Empties the log, or tries again later.</summary>
    public void Run()
    {
        using var checkpoint = new Statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        (_isDue, _tried) = (true, RealTime.Mark);
        try
        {
            if (checkpoint.Step() && checkpoint.Number(0) == 0)
                _isDue = false;
        }
        catch (SqliteException)
        {
            // It stays due.
        }
    }
}
