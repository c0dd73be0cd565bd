namespace EventKb.Ledger;

/// <summary>Times as they are stored: UTC microseconds since the Unix epoch.</summary>
internal static class UnixMicroseconds
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>The stored number; what is finer than a microsecond is cut off.</summary>
    public static long From(DateTimeOffset time) =>
        Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TicksPerMicrosecond) switch
        {
            (var whole, < 0) => whole - 1,
            (var whole, _) => whole,
        };

    /// <summary>The time of a stored number.</summary>
    public static DateTimeOffset ToTime(long stored) =>
        new(DateTimeOffset.UnixEpoch.Ticks + (stored * TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The time cut to whole microseconds, UTC.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) => ToTime(From(time));
}
