namespace EventKb.ReadModels;

/// <summary>Those who wait until the rows have reached a position: each is woken by that and by nothing else.</summary>
internal sealed class AwaitedPositions
{
    private static readonly Comparer<Waiter> ByPosition = Comparer<Waiter>.Create((one, other) =>
        (one.Position, one.Number).CompareTo((other.Position, other.Number)));

    private readonly Lock _gate = new();
    private readonly SortedSet<Waiter> _waiting = new(ByPosition);
    private long _reached;
    private long _asked;

    /// <summary>The position that is reached.</summary>
    public long Reached => Volatile.Read(ref _reached);

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>True once the position is reached; false when it was not within the time.</summary>
    public async Task<bool> Wait(long position, TimeSpan timeout, CancellationToken cancellation)
    {
        if (Join(position) is not { } waiter)
            return true;
        try
        {
            await waiter.Task.WaitAsync(timeout, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            lock (_gate)
                _waiting.Remove(waiter);
        }
    }

    /// <summary>Says that a position is reached.</summary>
    public void Reach(long position)
    {
        lock (_gate)
        {
            Volatile.Write(ref _reached, position);
            while (_waiting.Min is { } first && first.Position <= position)
            {
                _waiting.Remove(first);
                first.SetResult();
            }
        }
    }

    private Waiter? Join(long position)
    {
        lock (_gate)
        {
            if (_reached >= position)
                return null;
            var waiter = new Waiter(position, ++_asked);
            _waiting.Add(waiter);
            return waiter;
        }
    }

    private sealed class Waiter(long position, long number) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Position { get; } = position;

        public long Number { get; } = number;
    }
}
