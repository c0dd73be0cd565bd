namespace EventKb.Ledger;

/// <summary>Time as it passes on this machine, whatever clock a ledger was given: waits, deadlines and times of files go by it.</summary>
public static class RealTime
{
#pragma warning disable RS0030 // The one place that asks the machine: a clock that a test holds still must not hold up a deadline.
    private static readonly TimeProvider Machine = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>The machine's wall clock.</summary>
    public static DateTimeOffset UtcNow => Machine.GetUtcNow();

    /// <summary>A mark to measure from; its count stands still while a Linux machine sleeps.</summary>
    public static long Mark => Machine.GetTimestamp();

    /// <summary>How much time has passed since a mark.</summary>
    public static TimeSpan Since(long mark) => Machine.GetElapsedTime(mark);
}
