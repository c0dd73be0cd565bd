using EventKb.Domain;

namespace EventKb.Ledger.Sqlite;

/// <summary>The queue of writes, in order of arrival, taken in groups.</summary>
internal sealed class WriteQueue
{
    private const int MostInGroup = 256;
    private const int MostQueued = 65_536;
    private static readonly TimeSpan MostGathering = TimeSpan.FromMicroseconds(500);
    private readonly object _gate = new();
    private readonly Queue<QueuedWrite> _queue = new();
    private int _lastGroup;
    private bool _closed;

    /// <summary>Adds a write; its completion follows the commit.</summary>
    public Task Add(QueuedWrite write)
    {
        lock (_gate)
        {
            if (_closed || _queue.Count >= MostQueued)
                return Task.FromException(new AppendRefusedException(_closed ? (Wording)"The ledger is closed." : "Too many writes are waiting."));
            _queue.Enqueue(write);
            if (_queue.Count == 1)
                Monitor.Pulse(_gate);
        }

        return write.Task;
    }

    /// <summary>Takes no more writes; what has queued can still be taken.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Fills a group, waiting for the first write as long as given; false once it is closed and empty.</summary>
    public bool Take(List<QueuedWrite> group, TimeSpan mostWait)
    {
        lock (_gate)
        {
            if (_queue.Count == 0 && !_closed)
                Monitor.Wait(_gate, mostWait);
            Move(group);
            if (group.Count == 0 && _closed)
                return false;
        }

        Gather(group);
        return true;
    }

    /// <summary>Under load it waits a moment for others to join: a larger group costs hardly more than a small one.</summary>
    private void Gather(List<QueuedWrite> group)
    {
        var begun = RealTime.Mark;
        while (group.Count < _lastGroup / 2 && RealTime.Since(begun) < MostGathering)
        {
            Thread.Sleep(0);
            lock (_gate)
                Move(group);
        }

        _lastGroup = group.Count;
    }

    private void Move(List<QueuedWrite> group)
    {
        while (group.Count < MostInGroup && _queue.TryDequeue(out var next))
            group.Add(next);
    }
}
