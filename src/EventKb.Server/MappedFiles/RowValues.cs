using System.Globalization;
using EventKb.Domain;

namespace EventKb.Server.MappedFiles;

/// <summary>What a row says under the keys of a map.</summary>
/// <param name="form">How the file writes them.</param>
/// <param name="columns">Places of the map's columns, by key.</param>
/// <param name="fields">The row's fields.</param>
internal readonly struct RowValues(WrittenForm form, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
{
    /// <summary>What it says; null where it says nothing.</summary>
    public string? this[string key] =>
        columns.TryGetValue(key, out var column) && fields[column].Trim() is { Length: > 0 } value && !form.Missing.Contains(value) ? value : null;

    /// <summary>The number that it begins with: <c>2 - Medium</c> is 2.</summary>
    public int? Rank(string key) => this[key] is not { } value ? null
        : value[0] is >= '0' and <= '9' ? value[0] - '0'
        : throw new UnreadableRow($"'{key}' is '{value}', which does not begin with a number.");

    /// <summary>Whether it says yes.</summary>
    public bool? IsSo(string key) => this[key]?.ToUpperInvariant() switch
    {
        null => null,
        "TRUE" or "YES" or "1" or "JĀ" => true,
        "FALSE" or "NO" or "0" or "NĒ" => false,
        _ => throw new UnreadableRow($"'{key}' is '{this[key]}', which is neither true nor false."),
    };

    /// <summary>A time by the clock of the system.</summary>
    public DateTimeOffset? Time(string key)
    {
        if (this[key] is not { } value)
            return null;
        if (!DateTime.TryParseExact(value, form.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time))
            throw new UnreadableRow($"'{key}' is '{value}', which is no time as the map writes them ({form.DateFormat}).");
        // A time that the clock passed over when summer time began is as long after the last one as it says.
        var at = time.Kind == DateTimeKind.Utc ? new DateTimeOffset(time) : new DateTimeOffset(time, form.TimeZone.GetUtcOffset(time));
        return at.ToUniversalTime();
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string key) => this[key] is not { } value ? null
        : DateOnly.TryParseExact(value, form.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UnreadableRow($"'{key}' is '{value}', which is no day as the map writes them ({form.DateFormat}).");

    /// <summary>A word that a table knows; null for any other.</summary>
    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> table) where T : struct =>
        this[key] is { } word && table.TryGetValue(word, out var value) ? value : null;
}

/// <summary>Why a row cannot be taken.</summary>
internal sealed class UnreadableRow(Wording fact) : WordedException(fact);
