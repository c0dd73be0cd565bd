using System.Globalization;

namespace EventKb.Domain;

/// <summary>Points in time as the ledger keeps them (UTC microseconds), and the days that they belong to.</summary>
public static class Instants
{
    /// <summary>Where duties, rules and reviews begin and end with the day.</summary>
    public static TimeZoneInfo Riga { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Riga");

    /// <summary>The day in Riga.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Riga).DateTime);

    /// <summary>The form in which every time is written for people and other programs: ISO 8601 in UTC with microseconds.</summary>
    public static string Written(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Micros(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    internal static DateTimeOffset? Micros(DateTimeOffset? at) => at is { } known ? Micros(known) : null;
}
