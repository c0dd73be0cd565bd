using System.Data.Common;
using System.Globalization;

namespace EventKb.ReadModels;

/// <summary>Times as they are stored: whole microseconds since 1970-01-01T00:00Z.</summary>
public static class Micros
{
    /// <summary>End of an interval that has none yet.</summary>
    public const long Open = long.MaxValue;

    /// <summary>Stores a time; what is below a microsecond is cut off.</summary>
    public static long From(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Stores a time that may be absent.</summary>
    public static object? From(DateTimeOffset? time) => time is { } given ? From(given) : null;

    /// <summary>Reads a stored time.</summary>
    public static DateTimeOffset ToTime(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    /// <summary>Reads a time column.</summary>
    public static DateTimeOffset Time(this DbDataReader row, int column) => ToTime(row.GetInt64(column));

    /// <summary>Reads a time column that may be null.</summary>
    public static DateTimeOffset? TimeOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Time(column);

    /// <summary>Reads a text column that may be null.</summary>
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Reads an integer column that may be null.</summary>
    public static long? LongOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>Reads a day stored as ISO text that may be null.</summary>
    public static DateOnly? DayOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Stores a day as ISO text, which sorts as days do.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
