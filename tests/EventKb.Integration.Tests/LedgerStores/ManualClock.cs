namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>A wall clock and a stopwatch that go only when told; <see cref="Jump"/> moves the wall clock alone.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp()
    {
        lock (_gate)
            return _ticks;
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
            (_now, _ticks) = (_now + by, _ticks + by.Ticks);
    }

    public void Jump(TimeSpan by)
    {
        lock (_gate)
            _now += by;
    }
}
