using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The one thread that writes: commits what has queued, group by group.</summary>
internal sealed class WriterThread : IDisposable
{
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(1);
    private readonly LedgerFile _file;
    private readonly SqliteConnection _connection;
    private readonly WriteQueue _queue = new();
    private readonly LogTruncation _log;
    private readonly GroupCommit _commit;
    private readonly Thread _thread;
    private readonly Lock _closing = new();
    private volatile SqliteException? _failure;

    public WriterThread(LedgerFile file, string origin, LedgerClock clock, LastPositions last, Action<HeadState> committed)
    {
        (_file, _connection) = (file, file.OpenWriter());
        _log = new LogTruncation(_connection, IdleWait);
        _commit = new GroupCommit(_connection, origin, clock, last, committed) { Erased = _log.Run };
        _thread = new Thread(Loop) { IsBackground = true, Name = "ledger-writer" };
        _thread.Start();
    }

    /// <summary>Why the last write could not be stored, whoever sent it; null when all is well.</summary>
    public SqliteException? Failure => _failure;

    /// <summary>Stores a write; completes after the commit.</summary>
    public Task Append(PendingWrite write) => _queue.Add(_commit.Append(write));

    /// <summary>Runs something else that writes, in a transaction shared with what has queued.</summary>
    public Task Run(Action<SqliteConnection> write) => _queue.Add(new QueuedWrite(write));

    public void Dispose()
    {
        lock (_closing)
        {
            _queue.Close();
            _thread.Join();
            _commit.Dispose();
            _connection.Dispose();
        }
    }

    private void Loop()
    {
        var group = new List<QueuedWrite>();
        while (_queue.Take(group, IdleWait))
        {
            if (group.Count == 0 && _failure is not null)
                group.Add(TryAgain());
            _commit.Write(group);
            _failure = _commit.Outage;
            _log.RunIfDue();
            group.Clear();
        }
    }

    /// <summary>A write that changes nothing: it finds out whether there is space again while no commands come in.</summary>
    private QueuedWrite TryAgain() => new(connection =>
    {
        _file.CheckSpace();
        using var touch = new Statement(connection, "UPDATE ledger_head SET size = size WHERE id = 1");
        touch.Run();
    });
}
