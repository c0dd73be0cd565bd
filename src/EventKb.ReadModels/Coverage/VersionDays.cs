using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Coverage;

/// <summary>The days of rows that are versions of a stream, as known at a pin.</summary>
internal static class VersionDays
{
    /// <summary>
    /// SQL of the end of a row: it is closed on both axes by its successor; known only up to P, or seen from T, it goes on unless the successor
    /// has begun.
    /// </summary>
    public static string To(string row) => $"CASE WHEN {row}.rec_to <= @p AND {row}.valid_to <= @t THEN {row}.valid_to ELSE {Micros.Open} END";

    /// <summary>SQL of a row that has begun.</summary>
    // The plus keeps SQLite from walking the whole rows by their key, where an index holds all that is asked.
    public static string Begun(string row) => $"+{row}.position <= @p AND {row}.valid_from <= @t";

    /// <summary>The days from one moment to another, each day by what holds at its end.</summary>
    public static DaySpan Between(long from, long to) => new(RigaDays.DayOf(from), RigaDays.DayOrOpen(to) ?? DaySpan.Open);
}
