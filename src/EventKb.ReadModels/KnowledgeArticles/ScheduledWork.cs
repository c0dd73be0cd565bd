namespace EventKb.ReadModels.KnowledgeArticles;

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
        SELECT a.id, v.{revision}, v.{when}, v.position,
            (SELECT e.event_id FROM audit_entries e WHERE e.stream = a.id AND e.type LIKE 'knowledge-article.{plan}/%'
                ORDER BY e.position DESC LIMIT 1)
        FROM article_versions v JOIN articles a ON a.born = v.born
        WHERE v.rec_to = {Micros.Open} AND v.{when} IS NOT NULL AND v.{when} <= @now AND (v.{when}, v.position) > (@due, @position)
        ORDER BY v.{when}, v.position LIMIT @most
        """,
        row => new DueWork(row.GetString(0), row.GetInt32(1), row.Time(2), row.GetInt64(3), row.GetString(4)),
        ("@now", Micros.From(now)), ("@most", most),
        ("@due", after is null ? long.MinValue : Micros.From(after.Due)), ("@position", after?.Position ?? 0));
}
