using System.Globalization;

namespace EventKb.Server.Imports;

/// <summary>Which formats of .NET, as maps give them, write a whole day or a whole time, so that it can be read back.</summary>
internal static class DateForms
{
    private static readonly DateTime Sample = new(2027, 11, 23, 17, 41, 0, DateTimeKind.Utc);

    /// <summary>True where the format writes a day.</summary>
    public static bool IsDay(string format) => Reads(() => DateOnly.TryParseExact(
        DateOnly.FromDateTime(Sample).ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None,
        out var read) && read == DateOnly.FromDateTime(Sample));

    /// <summary>True where the format writes a time, to the minute at least.</summary>
    public static bool IsTime(string format) => Reads(() => DateTime.TryParseExact(
        Sample.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal,
        out var read) && read == Sample);

    private static bool Reads(Func<bool> back)
    {
        try
        {
            return back();
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
