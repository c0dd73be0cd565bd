using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// The one thread that writes: takes what has queued (up to 256 writes) into one transaction. Completions follow the commit.
/// </summary>
internal sealed class WriterThread : IDisposable
{
    private const int MostInGroup = 256;
    private const int MostQueued = 65_536;
    private const int SqliteConstraint = 19;
    private static readonly TimeSpan MostGathering = TimeSpan.FromMicroseconds(500);
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(1);

    private readonly LedgerFile _file;
    private readonly SqliteConnection _connection;
    private readonly AppendSession _session;
    private readonly LedgerClock _clock;
    private readonly Action<HeadState> _committed;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Thread _thread;
    private readonly Lock _closing = new();
    private readonly object _gate = new();
    private readonly Queue<Work> _queue = new();
    private int _lastGroup;
    private bool _stopping;
    private long? _truncateFrom = 0;
    private bool _rolledBack;
    private HeadState _head;
    private volatile SqliteException? _failure;

    public WriterThread(LedgerFile file, string origin, LedgerClock clock, Action<HeadState> committed)
    {
        (_file, _connection) = (file, file.OpenWriter());
        _session = new AppendSession(_connection, origin);
        (_clock, _committed, _head) = (clock, committed, HeadState.Load(_connection));
        (_begin, _commit, _rollback) =
            (new(_connection, "BEGIN IMMEDIATE"), new(_connection, "COMMIT"), new(_connection, "ROLLBACK"));
        _thread = new Thread(Loop) { IsBackground = true, Name = "ledger-writer" };
        _thread.Start();
    }

    /// <summary>Why the last write could not be stored, whoever's it was; null when all is well.</summary>
    public SqliteException? Failure => _failure;

    /// <summary>Stores a write; completes after the commit.</summary>
    public Task Append(PendingWrite write)
    {
        var begun = Stopwatch.GetTimestamp();
        return Enqueue(new Work(_ =>
        {
            if (Stopwatch.GetElapsedTime(begun) > write.MostWait)
                throw new AppendRefusedException("The write waited longer than its caller does; it was dropped.");
            _session.Append(write, _clock);
        }));
    }

    /// <summary>Runs something else that writes, in a transaction shared with what has queued.</summary>
    public Task Run(Action<SqliteConnection> write) => Enqueue(new Work(write));

    public void Dispose()
    {
        lock (_closing)
        {
            lock (_gate)
            {
                _stopping = true;
                Monitor.Pulse(_gate);
            }

            _thread.Join();
            foreach (var part in new IDisposable[] { _begin, _commit, _rollback, _session, _connection })
                part.Dispose();
        }
    }

    private Task Enqueue(Work work)
    {
        lock (_gate)
        {
            if (_stopping || _queue.Count >= MostQueued)
                return Task.FromException(new AppendRefusedException(_stopping ? "The ledger is closed."
                    : "Too many writes are waiting."));
            _queue.Enqueue(work);
            if (_queue.Count == 1)
                Monitor.Pulse(_gate);
        }

        return work.Task;
    }

    private void Loop()
    {
        var group = new List<Work>(MostInGroup);
        while (Take(group))
        {
            Gather(group);
            if (group.Count > 0)
                Write(group);
            else if (_failure is not null)
                Write([TryAgain()]);
            if (_truncateFrom <= Environment.TickCount64)
                TruncateLog();
            group.Clear();
        }
    }

    /// <summary>A write that changes nothing: whether there is space again is found out while nobody dares to send.</summary>
    private Work TryAgain() => new(connection =>
    {
        _file.CheckSpace();
        using var touch = new Statement(connection, "UPDATE ledger_head SET size = size WHERE id = 1");
        touch.Run();
    });

    private bool Take(List<Work> group)
    {
        lock (_gate)
        {
            if (_queue.Count == 0 && !_stopping)
                Monitor.Wait(_gate, IdleWait);
            while (group.Count < MostInGroup && _queue.TryDequeue(out var next))
                group.Add(next);
            return group.Count > 0 || !_stopping;
        }
    }

    /// <summary>Under load it waits a moment for others to join: a larger group costs hardly more than a small one.</summary>
    private void Gather(List<Work> group)
    {
        var expected = Math.Min(_lastGroup, MostInGroup) / 2;
        var begun = Stopwatch.GetTimestamp();
        while (group.Count < expected && Stopwatch.GetElapsedTime(begun) < MostGathering)
        {
            Thread.Sleep(0);
            lock (_gate)
            {
                while (group.Count < MostInGroup && _queue.TryDequeue(out var next))
                    group.Add(next);
            }
        }

        _lastGroup = group.Count;
    }

    private void Write(List<Work> group)
    {
        try
        {
            Transact(group);
            _failure = null;
            foreach (var work in group)
                work.SetResult();
        }
        catch (Exception failure) when (group.Count > 1 && IsOneWritersFault(failure))
        {
            foreach (var work in group)
                Write([work]);
        }
        catch (Exception failure)
        {
            if (!IsOneWritersFault(failure) && failure is SqliteException outage)
                _failure = outage;
            foreach (var work in group)
                work.SetException(failure);
        }
    }

    private static bool IsOneWritersFault(Exception failure) =>
        failure is AppendRefusedException or SqliteException { SqliteErrorCode: SqliteConstraint };

    private void Transact(List<Work> group)
    {
        try
        {
            if (_rolledBack)
                TakeUpAgain();
            _begin.Run();
            _session.Begin(_head);
            foreach (var work in group)
                work.Apply(_connection);
            var head = _session.Size == _head.Size ? _head : _session.End();
            _commit.Run();
            Publish(head);
        }
        catch
        {
            _rolledBack = true;
            throw;
        }

        if (_session.Erased)
        {
            _truncateFrom = 0;
            TruncateLog();
        }
    }

    private void Publish(HeadState head)
    {
        if (ReferenceEquals(head, _head))
            return;
        _head = head;
        _committed(head);
    }

    /// <summary>Whether a failed commit took effect is for the database to say, so the head is read again.</summary>
    private void TakeUpAgain()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            _rollback.Run();
        var stored = HeadState.Load(_connection);
        Publish(stored.Size == _head.Size ? _head : stored);
        _rolledBack = false;
    }

    /// <summary>
    /// Erased texts must not live on in the write-ahead log, nor after a crash that came between. While readers hold the log it is
    /// tried once a second, so that writers hardly wait for them.
    /// </summary>
    private void TruncateLog()
    {
        using var checkpoint = new Statement(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        try
        {
            _truncateFrom = checkpoint.Step() && checkpoint.Number(0) == 0 ? null : Later();
        }
        catch (SqliteException)
        {
            _truncateFrom = Later();
        }

        static long Later() => Environment.TickCount64 + (long)IdleWait.TotalMilliseconds;
    }

    private sealed class Work(Action<SqliteConnection> apply)
        : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public void Apply(SqliteConnection connection) => apply(connection);
    }
}
