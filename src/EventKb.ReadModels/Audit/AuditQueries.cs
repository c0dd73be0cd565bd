using System.Data.Common;
using EventKb.Domain;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Audit;

/// <summary>Questions about the audit trail. Until sign-in tells auditors apart, only the operator is answered.</summary>
public static class AuditQueries
{
    /// <summary>A page of entries in an order, those that stand after a place.</summary>
    public static async Task<Page<AuditEntryRow>> List(ReadSession session, Viewer viewer, Pin pin, AuditFilter filter, int first,
        AuditOrder order = AuditOrder.Position, AuditPlace? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<AuditEntryRow>();
        var (sql, parameters) = Select(pin, filter, order, after);
        var entries = await session.List(sql, Entry, [.. parameters, ("@most", first + 1)]);
        var all = AuditConditions.Of(pin, filter);
        var counts = all.Select(where => $"(SELECT count(*) FROM audit_entries e WHERE {where.Sql})");
        return Page.Of(await AuditTexts.Resolve(session, entries), first,
            () => session.Scalar($"SELECT {string.Join(" + ", counts)}", all[0].Parameters));
    }

    /// <summary>The question for a page, with the parameter <c>@most</c> open.</summary>
    internal static (string Sql, (string Name, object? Value)[] Parameters) Select(Pin pin, AuditFilter filter, AuditOrder order,
        AuditPlace? after)
    {
        var parts = AuditConditions.Of(pin, filter, order).Select(where => where.After(after, order)).ToList();
        var selects = parts.Select(where => $"SELECT {Columns} FROM {Entries} WHERE {where.Sql}");
        return ($"{string.Join(" UNION ALL ", selects)} ORDER BY {order.Terms()} LIMIT @most", parts[0].Parameters);
    }

    /// <summary>The entries at these positions, those that the pin covers.</summary>
    public static async Task<IReadOnlyDictionary<long, AuditEntryRow>> At(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<long> positions)
    {
        if (!viewer.SeesAll)
            return new Dictionary<long, AuditEntryRow>();
        var where = AuditConditions.Of(pin, new AuditFilter())[0].In("e.position", positions);
        var entries = await session.List($"SELECT {Columns} FROM {Entries} WHERE {where.Sql}", Entry, where.Parameters);
        return (await AuditTexts.Resolve(session, entries)).ToDictionary(entry => entry.Position);
    }

    private const string Entries = "audit_entries e LEFT JOIN texts x ON x.position = e.position";

    private const string Columns =
        """
        e.position, e.event_id, e.type, e.stream, e.category, e.version, e.institution, e.subject, e.occurred_at, e.recorded_at,
        e.person, e.on_behalf_of, e.acting_institution, e.duty, e.authorised_by, e.via, e.reason_code, x.reason, e.command_id,
        e.causation_id, e.correlation_id, e.rule, e.sent_by, e.planned_for, e.checked_at, e.policy, x.message, e.changes
        """;

    private static (AuditEntryRow Entry, string Changes) Entry(DbDataReader row) => (new AuditEntryRow(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetString(6),
        row.GetString(7), row.Time(8), row.Time(9), row.GetString(10), row.TextOrNull(11), row.GetString(12),
        row.TextOrNull(13) is { } duty ? RowJson.Value<Duty>(duty) : null, row.TextOrNull(14), RowJson.Value<Via>(row.GetString(15)),
        row.TextOrNull(16), row.TextOrNull(17), row.GetString(18), row.GetString(19), row.GetString(20), row.TextOrNull(21),
        row.TextOrNull(22), row.TimeOrNull(23), row.LongOrNull(24), row.TextOrNull(25), row.TextOrNull(26), []),
        row.GetString(27));
}
