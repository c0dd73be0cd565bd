namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>What the clock has to do about an article: publish a revision or let a provisional one lapse.</summary>
/// <param name="Article">The article's stream.</param>
/// <param name="Version">Version of the stream that this was planned in or later.</param>
/// <param name="Revision">Revision to publish, or that lapses.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Position">Position of the article's last event.</param>
/// <param name="PlannedBy">Id of the event that planned it.</param>
public sealed record DueWork(string Article, long Version, int Revision, DateTimeOffset Due, long Position, string PlannedBy);

/// <summary>Work that time brings; asked by the reaction that sends the commands, always at the head.</summary>
public static class ScheduledWork
{
    /// <summary>Publications that are due, the longest due first, after the last of the page before.</summary>
    public static Task<List<DueWork>> DuePublications(ReadSession session, DateTimeOffset now, int most, DueWork? after = null) =>
        Due(session, "scheduled_at", "scheduled_revision", "publication-scheduled", now, most, after);

    /// <summary>
    /// Provisional publications whose time has run out, the longest ago first, after the last of the page before. A revision that was
    /// approved meanwhile does not lapse.
    /// </summary>
    public static Task<List<DueWork>> DueLapses(ReadSession session, DateTimeOffset now, int most, DueWork? after = null) =>
        Due(session, "lapses_at", "published_revision", "provisionally-published", now, most, after);

    private static Task<List<DueWork>> Due(ReadSession session, string when, string revision, string plan, DateTimeOffset now,
        int most, DueWork? after) => session.List(
        $"""
        SELECT a.id, v.version, v.{revision}, v.{when}, v.position,
            (SELECT e.event_id FROM audit_entries e WHERE e.stream = a.id AND e.type LIKE 'knowledge-article.{plan}/%'
                ORDER BY e.position DESC LIMIT 1)
        FROM article_versions v JOIN articles a ON a.born = v.born
        WHERE v.rec_to = {Micros.Open} AND v.{when} IS NOT NULL AND v.{when} <= @now AND (v.{when}, v.position) > (@due, @position)
        ORDER BY v.{when}, v.position LIMIT @most
        """,
        row => new DueWork(row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.Time(3), row.GetInt64(4), row.GetString(5)),
        ("@now", Micros.From(now)), ("@most", most),
        ("@due", after is null ? long.MinValue : Micros.From(after.Due)), ("@position", after?.Position ?? 0));
}
