using EventKb.Domain;

namespace EventKb.ReadModels.Bitemporal;

/// <summary>
/// Calendar days in Europe/Riga, where every duty, rule and gap begins and ends; a day may have 23 or 25 hours.
/// </summary>
public static class RigaDays
{
    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Clocks in Riga change at three and four at night, so midnight is there once on every day.
        var offset = Instants.Riga.GetUtcOffset(midnight);
        return midnight.Ticks < offset.Ticks
            ? DateTimeOffset.MinValue
            : new DateTimeOffset(midnight.Ticks - offset.Ticks, TimeSpan.Zero);
    }

    /// <summary>The day to which a moment belongs.</summary>
    public static DateOnly Of(DateTimeOffset moment) => Instants.Day(moment);

    internal static long Start(DateOnly day) => Micros.From(StartOf(day));

    internal static long End(DateOnly? until) => until is { } day ? Start(day) : Micros.Open;

    internal static DateOnly DayOf(long micros) => Of(Micros.ToTime(micros));

    internal static DateOnly? DayOrOpen(long micros) => micros == Micros.Open ? null : DayOf(micros);
}
