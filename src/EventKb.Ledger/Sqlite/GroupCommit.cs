using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>Commits a group of writes in one transaction. One that is refused fails alone; whatever else goes wrong fails all.</summary>
internal sealed class GroupCommit : IDisposable
{
    private const int SqliteConstraint = 19;
    private readonly SqliteConnection _connection;
    private readonly AppendSession _session;
    private readonly LedgerClock _clock;
    private readonly Action<HeadState> _committed;
    private readonly LastPositions _last;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private bool _rolledBack;
    private HeadState _head;

    public GroupCommit(SqliteConnection connection, string origin, LedgerClock clock, LastPositions last, Action<HeadState> committed)
    {
        (_connection, _session, _clock) = (connection, new AppendSession(connection, origin), clock);
        (_last, _committed, _head) = (last, committed, HeadState.Load(connection));
        (_begin, _commit, _rollback) = (new(connection, "BEGIN IMMEDIATE"), new(connection, "COMMIT"), new(connection, "ROLLBACK"));
    }

    /// <summary>Why the last group could not be stored; null when all is well.</summary>
    public SqliteException? Outage { get; private set; }

    /// <summary>Tells that texts were erased and the erasure is committed.</summary>
    public Action? Erased { get; init; }

    /// <summary>A command's events as something to be written.</summary>
    public QueuedWrite Append(PendingWrite write) => new(_ => Apply(write), write.MostWait);

    /// <summary>Writes what is not late or refused, and completes every write of the group.</summary>
    public void Write(List<QueuedWrite> group)
    {
        Drop(group, group.FindAll(write => write.IsLate),
            new AppendRefusedException("The write waited longer than its sender does and was dropped."));
        try
        {
            while (group.Count > 0 && !Transact(group))
            {
            }

            if (group.Count > 0)
                Outage = null;
            foreach (var write in group)
                write.SetResult();
        }
        catch (Exception failure)
        {
            Outage = failure as SqliteException ?? Outage;
            foreach (var write in group)
                write.SetException(failure);
        }
    }

    public void Dispose()
    {
        foreach (var part in new IDisposable[] { _begin, _commit, _rollback, _session })
            part.Dispose();
    }

    private void Apply(PendingWrite write)
    {
        if (write.DecidedBy.FirstOrDefault(_last.IsOutdated) is { Position: var at })
            throw new AppendRefusedException($"The rules or duties have changed since position {at}, at which the command was decided.");
        _session.Append(write, _clock);
        _last.Note(write.Stream, _session.Size);
    }

    /// <summary>False where a write contradicts what is stored: it is removed from the group, and the others are tried again.</summary>
    private bool Transact(List<QueuedWrite> group)
    {
        try
        {
            if (_rolledBack)
                TakeUpAgain();
            _begin.Run();
            _session.Begin(_head);
            if (!Apply(group))
                return false;
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
            Erased?.Invoke();
        return true;
    }

    private bool Apply(List<QueuedWrite> group)
    {
        foreach (var write in group.ToArray())
            try
            {
                write.Apply(_connection);
            }
            catch (AppendRefusedException refused)
            {
                // Refused before anything of it was written.
                Drop(group, [write], refused);
            }
            catch (SqliteException contradiction) when (contradiction.SqliteErrorCode == SqliteConstraint)
            {
                _rolledBack = true;
                Drop(group, [write], contradiction);
                return false;
            }

        return true;
    }

    private static void Drop(List<QueuedWrite> group, List<QueuedWrite> dropped, Exception why)
    {
        foreach (var write in dropped)
        {
            group.Remove(write);
            write.SetException(why);
        }
    }

    private void Publish(HeadState head)
    {
        if (ReferenceEquals(head, _head))
            return;
        _last.Settle(head.Size);
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
        _last.Settle(_head.Size);
        _rolledBack = false;
    }
}
