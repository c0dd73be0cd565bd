using System.Globalization;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// Gives the times of recording: never before the last, and refused while the wall clock contradicts the ledger or the time that
/// has passed. A ledger that lay idle may be started at any later time; a jump can be told only while the node runs.
/// </summary>
/// <param name="time">The wall clock, and a count of time that stands still while the machine sleeps.</param>
/// <param name="slept">How long the machine has slept since it started; null = as the system says.</param>
internal sealed class LedgerClock(TimeProvider time, Func<TimeSpan>? slept = null)
{
    private static readonly long MostBehind = TimeSpan.FromSeconds(2).Ticks / TimeSpan.TicksPerMicrosecond;
    private static readonly TimeSpan MostAhead = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private DateTimeOffset _anchorWall = time.GetUtcNow();
    private long _anchorTicks = time.GetTimestamp();
    private TimeSpan _anchorSlept = (slept ?? Slept)();

    /// <summary>The time for the next record after one recorded at <paramref name="last"/>.</summary>
    public long Next(long last)
    {
        var (now, fault) = Check(last);
        return fault is null ? Math.Max(now, last) : throw new AppendRefusedException(fault);
    }

    /// <summary>What is wrong with the clock, or null.</summary>
    public Wording? FaultAfter(long last) => Check(last).Fault;

    private static Wording Behind(DateTimeOffset wall, long last) =>
        $"The clock is at {wall}, behind the ledger's last record at {UnixMicroseconds.ToTime(last)}. Set the clock right.";

    private (long Now, Wording? Fault) Check(long last)
    {
        lock (_gate)
        {
            var wall = time.GetUtcNow();
            var ahead = wall - _anchorWall - time.GetElapsedTime(_anchorTicks);
            var now = UnixMicroseconds.From(wall);
            if (ahead > Unnoticed && ahead - SleptMeanwhile() > MostAhead)
                return (now, $"The clock jumped ahead to {wall}. Set it right, or restart the node if it is right.");
            (_anchorWall, _anchorTicks) = (wall, time.GetTimestamp());
            return last - now > MostBehind
                ? (now, Behind(wall, last))
                : (now, null);
        }
    }

    private TimeSpan SleptMeanwhile()
    {
        var before = _anchorSlept;
        return (_anchorSlept = (slept ?? Slept)()) - before;
    }

    /// <summary>Linux counts its uptime with sleep and the monotonic clock without; nothing is known of other systems.</summary>
    private static TimeSpan Slept() =>
        OperatingSystem.IsLinux() && File.Exists("/proc/uptime")
            && double.TryParse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture, out var uptime)
            ? TimeSpan.FromSeconds(uptime) - RealTime.Since(0)
            : TimeSpan.Zero;
}
