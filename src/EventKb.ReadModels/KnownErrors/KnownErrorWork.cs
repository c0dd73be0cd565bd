using EventKb.Domain;
using EventKb.Domain.KnownErrors;

namespace EventKb.ReadModels.KnownErrors;

/// <summary>What other streams bring to known errors; asked by the reactions that send the commands, always at the head.</summary>
public static class KnownErrorWork
{
    /// <summary>Workarounds whose versions cannot be used any more, after the last of the page before.</summary>
    public static Task<List<DueWork>> LostWorkarounds(ReadSession session, DateTimeOffset now, int most, DueWork? after = null) => session.List(
        $"""
        SELECT a.id, v.workaround, v.workaround_number, v.workaround_position, u.loss, v.position, e.recorded_at, e.event_id
        FROM known_error_versions v JOIN known_errors a ON a.born = v.born
            JOIN unusable_versions u ON u.article = v.workaround AND u.rec_to = {Micros.Open}
                AND (u.version IS NULL OR u.version = v.workaround_position)
            JOIN audit_entries e ON e.position = u.position
        WHERE v.rec_to = {Micros.Open} AND v.workaround IS NOT NULL AND v.workaround_ended = 0 AND e.recorded_at <= @now AND v.position > @after
        ORDER BY v.position, u.position LIMIT @most
        """,
        DueWork (row) => new LostWorkaroundWork(row.GetString(0), row.Time(6), row.GetInt64(5), row.GetString(7),
            new(row.GetString(1), row.GetInt32(2), row.GetInt64(3)), RowJson.Value<WorkaroundLoss>(row.GetString(4))),
        ("@now", Micros.From(now)), ("@after", after?.Position ?? 0), ("@most", most));

    /// <summary>
    /// Fixed known errors with whose problem an incident was linked that was opened after the fix, after the last of the page before.
    /// </summary>
    public static Task<List<DueWork>> Reopenings(ReadSession session, DateTimeOffset now, int most, DueWork? after = null) => session.List(
        $"""
        SELECT a.id, l.incident, v.position, e.recorded_at, e.event_id
        FROM known_error_versions v JOIN known_errors a ON a.born = v.born
            JOIN incident_problem_links l ON l.problem = a.problem
            JOIN incident_problem_link_versions k ON k.born = l.born AND k.rec_to = {Micros.Open}
                AND k.state NOT IN ('rejected', 'withdrawn') AND k.position > v.considered_at
            JOIN service_records i ON i.id = l.incident
            JOIN service_record_versions r ON r.born = i.born AND r.rec_to = {Micros.Open} AND coalesce(r.opened_at, r.valid_from) > v.fixed_at
            JOIN audit_entries e ON e.position = k.position
        WHERE v.rec_to = {Micros.Open} AND v.considered_at IS NOT NULL AND v.reopening_for IS NULL AND e.recorded_at <= @now
            AND v.position > @after
        ORDER BY v.position, k.position LIMIT @most
        """,
        DueWork (row) => new ReopeningWork(row.GetString(0), row.Time(3), row.GetInt64(2), row.GetString(4), row.GetString(1)),
        ("@now", Micros.From(now)), ("@after", after?.Position ?? 0), ("@most", most));
}

/// <summary>A workaround whose version cannot be used any more.</summary>
public sealed record LostWorkaroundWork(
    string Stream, DateTimeOffset Due, long Position, string PlannedBy, ExactVersion Workaround, WorkaroundLoss Loss)
    : DueWork(Stream, Workaround.Number, Due, Position, PlannedBy);

/// <summary>An incident for which a known error may have to be opened again.</summary>
public sealed record ReopeningWork(string Stream, DateTimeOffset Due, long Position, string PlannedBy, string Incident)
    : DueWork(Stream, 0, Due, Position, PlannedBy);
