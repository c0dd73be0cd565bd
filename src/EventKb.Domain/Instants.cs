namespace EventKb.Domain;

/// <summary>Points in time as the ledger keeps them: UTC microseconds.</summary>
internal static class Instants
{
    public static DateTimeOffset Micros(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static DateTimeOffset? Micros(DateTimeOffset? at) => at is { } known ? Micros(known) : null;

    /// <summary>The UTC day.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
