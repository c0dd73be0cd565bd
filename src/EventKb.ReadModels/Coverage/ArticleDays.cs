using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Coverage;

/// <summary>On which days published articles were about what, and whose review was overdue: all as known at a position.</summary>
internal static class ArticleDays
{
    // A version's row is closed on both axes by its successor; known only up to P, it goes on unless the successor is known too.
    private const string To = "CASE WHEN v.rec_to <= @p THEN v.valid_to ELSE 9223372036854775807 END";
    private const string TagTo = "CASE WHEN t.rec_to <= @p THEN t.valid_to ELSE 9223372036854775807 END";

    /// <summary>
    /// Days on which a published article named each service or resource; a day on which it did for a while counts.
    /// </summary>
    public static async Task<ILookup<string, DaySpan>> Named(ReadSession session, Pin pin, string? subject)
    {
        var rows = await session.List(
            $"""
            SELECT t.value, v.valid_from, {To}, v.applies_from, v.applies_until, t.valid_from, {TagTo}
            FROM article_tags t JOIN article_versions v ON v.born = t.born
            WHERE t.kind IN ('service', 'resource') AND t.rec_from <= @p AND v.position <= @p AND v.state = 'published'
                AND (@subject IS NULL OR t.value = @subject) AND v.valid_from < {TagTo} AND t.valid_from < {To}
            UNION ALL
            SELECT v.accountable, v.valid_from, {To}, v.applies_from, v.applies_until, v.valid_from, {To}
            FROM article_versions v
            WHERE v.accountable IS NOT NULL AND v.position <= @p AND v.state = 'published'
                AND (@subject IS NULL OR v.accountable = @subject)
            """,
            row => (
                Subject: row.GetString(0),
                From: Math.Max(Math.Max(row.GetInt64(1), row.LongOrNull(3) ?? long.MinValue), row.GetInt64(5)),
                To: Math.Min(Math.Min(row.GetInt64(2), row.LongOrNull(4) ?? Micros.Open), row.GetInt64(6))),
            ("@p", pin.Position), ("@subject", subject));
        return rows.Where(row => row.From < row.To).ToLookup(row => row.Subject,
            row => new DaySpan(RigaDays.DayOf(row.From),
                row.To == Micros.Open ? DaySpan.Open : DaySpan.After(RigaDays.DayOf(row.To - 1))));
    }

    /// <summary>Days after the review day of each published article, until the day of the review.</summary>
    public static async Task<IReadOnlyList<OverdueDays>> Overdue(ReadSession session, Pin pin, string? institution)
    {
        var rows = await session.List(
            $"""
            SELECT a.id, a.institution, v.accountable, v.next_review_on, v.valid_from, {To}
            FROM article_versions v JOIN articles a ON a.born = v.born
            WHERE v.position <= @p AND v.state = 'published' AND v.next_review_on < @day
                AND (@institution IS NULL OR a.institution = @institution)
            ORDER BY v.position
            """,
            row => new
            {
                Article = row.GetString(0),
                Institution = row.GetString(1),
                Accountable = row.TextOrNull(2),
                Due = row.DayOrNull(3)!.Value,
                From = RigaDays.DayOf(row.GetInt64(4)),
                Until = RigaDays.DayOrOpen(row.GetInt64(5)) ?? DaySpan.Open,
            },
            ("@p", pin.Position), ("@day", Micros.Day(RigaDays.Of(pin.Valid))), ("@institution", institution));
        return [.. rows.GroupBy(row => (row.Article, row.Due)).SelectMany(group => DaySpan
            .Union(group.Select(row => new DaySpan(row.From > row.Due ? row.From : DaySpan.After(row.Due), row.Until)))
            .Select(days => new OverdueDays(group.Key.Article, group.Last().Institution, group.Last().Accountable, days)))];
    }
}

/// <summary>The days on which an article's review was overdue.</summary>
internal sealed record OverdueDays(string Article, string Institution, string? Accountable, DaySpan Days);
