using System.Data.Common;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Access;

/// <summary>Questions about when the glass was broken. They are no secret: whoever may see an entry may know that it came in like that.</summary>
public static class GlassBreakQueries
{
    private const string Columns = "b.position, b.until, b.person, b.recorded_at, x.reason";
    private const string From = "glass_breaks b LEFT JOIN texts x ON x.position = b.position";

    /// <summary>A page of those that had begun by the pin, oldest first, after the position of the last of the page before.</summary>
    public static async Task<Page<GlassBreak>> List(ReadSession session, Pin pin, int first, long? after = null)
    {
        var rows = await session.List($"SELECT {Columns} FROM {From} WHERE b.position <= @p AND b.position > @after ORDER BY b.position LIMIT @most",
            row => Row(row, pin), [.. pin.With(), ("@after", after ?? 0), ("@most", first + 1)]);
        return Page.Of(rows, first, () => session.Scalar("SELECT count(*) FROM glass_breaks b WHERE b.position <= @p", pin.With()));
    }

    /// <summary>Those in which positions lie, as they are known at the pin; a position that lies in none is left out.</summary>
    public static async Task<IReadOnlyDictionary<long, GlassBreak>> At(ReadSession session, Pin pin, IReadOnlyCollection<long> positions)
    {
        var rows = await session.List(
            $"SELECT {Columns} FROM {From} WHERE b.position <= @p AND b.position <= @last AND b.until > @first ORDER BY b.position",
            row => Row(row, pin), [.. pin.With(), ("@first", positions.Min()), ("@last", positions.Max())]);
        return positions.Distinct().Select(at => (at, rows.LastOrDefault(row => row.Position <= at && !(at >= row.Until))))
            .Where(found => found.Item2 is not null).ToDictionary(found => found.at, found => found.Item2!);
    }

    private static GlassBreak Row(DbDataReader row, Pin pin) => new(row.GetInt64(0),
        row.GetInt64(1) is var until && until <= pin.Position ? until : null, row.GetString(2), row.Time(3), row.TextOrNull(4));
}

/// <summary>A time in which somebody wrote without signing in.</summary>
/// <param name="Position">Position of the event with which it began.</param>
/// <param name="Until">Position of the event with which it ended; null = it had not.</param>
/// <param name="Person">Who broke the glass.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; null when erased.</param>
public sealed record GlassBreak(long Position, long? Until, string Person, DateTimeOffset At, string? Reason);
