using System.Data.Common;
using EventKb.Domain;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Audit;

/// <summary>Questions about the audit trail. Until sign-in tells auditors apart, only the operator is answered.</summary>
public static class AuditQueries
{
    /// <summary>
    /// A page of entries in order of position, or the newest first; <paramref name="after"/> is the last position of the page
    /// before.
    /// </summary>
    public static async Task<Page<AuditEntryRow>> List(ReadSession session, Viewer viewer, Pin pin, AuditFilter filter,
        int first,
        long? after = null, bool newestFirst = false)
    {
        if (!viewer.SeesAll)
            return Page.Empty<AuditEntryRow>();
        var all = AuditConditions.Of(pin, filter);
        var page = AuditConditions.Of(pin, filter).If(after, newestFirst ? "e.position < @?" : "e.position > @?");
        var entries = await session.List(
            $"""
            SELECT {Columns} FROM audit_entries e LEFT JOIN texts x ON x.position = e.position
            WHERE {page.Sql} ORDER BY e.position {(newestFirst ? "DESC" : "ASC")} LIMIT @most
            """,
            Entry, [.. page.Parameters, ("@most", first + 1)]);
        return Page.Of(await AuditTexts.Resolve(session, entries), first,
            () => session.Scalar($"SELECT count(*) FROM audit_entries e WHERE {all.Sql}", all.Parameters));
    }

    /// <summary>The entries at these positions, those that the pin covers.</summary>
    public static async Task<IReadOnlyDictionary<long, AuditEntryRow>> At(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<long> positions)
    {
        if (!viewer.SeesAll)
            return new Dictionary<long, AuditEntryRow>();
        var where = AuditConditions.Of(pin, new AuditFilter()).In("e.position", positions);
        var entries = await session.List(
            $"SELECT {Columns} FROM audit_entries e LEFT JOIN texts x ON x.position = e.position WHERE {where.Sql}",
            Entry, where.Parameters);
        return (await AuditTexts.Resolve(session, entries)).ToDictionary(entry => entry.Position);
    }

    private const string Columns =
        """
        e.position, e.event_id, e.type, e.stream, e.category, e.version, e.institution, e.subject, e.occurred_at, e.recorded_at,
        e.person, e.on_behalf_of, e.acting_institution, e.duty, e.authorised_by, e.via, e.reason_code, x.reason, e.command_id,
        e.causation_id, e.correlation_id, e.rule, e.sent_by, e.planned_for, e.checked_at, x.message, e.changes
        """;

    private static (AuditEntryRow Entry, string Changes) Entry(DbDataReader row) => (new AuditEntryRow(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5),
            row.GetString(6),
        row.GetString(7), row.Time(8), row.Time(9), row.GetString(10), row.TextOrNull(11), row.GetString(12),
        row.TextOrNull(13) is { } duty ? RowJson.Value<Duty>(duty) : null, row.TextOrNull(14),
            RowJson.Value<Via>(row.GetString(15)),
        row.TextOrNull(16), row.TextOrNull(17), row.GetString(18), row.GetString(19), row.GetString(20), row.TextOrNull(21),
        row.TextOrNull(22), row.TimeOrNull(23), row.LongOrNull(24), row.TextOrNull(25), []),
        row.GetString(26));
}
