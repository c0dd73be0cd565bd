using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Coverage;

/// <summary>On which days incidents that have to cite an article were closed without citing one.</summary>
internal static class CitationDays
{
    /// <summary>Closed interruptions and breaches of a service level that are no duplicates, each with the days without a citation.</summary>
    public static async Task<IReadOnlyList<UncitedIncident>> Missing(ReadSession session, Pin pin, string? institution)
    {
        var where = new Conditions(pin)
            .Add($"v.phase = 'closed' AND v.priority IS NOT NULL AND v.duplicate_of IS NULL AND {VersionDays.Begun("v")}")
            .Add("(v.deviation IN ('interruption', 'service-level-nonconformity') OR json_extract(v.facts, '$.serviceLevelKept') = 0)")
            .If(RowJson.Name(RecordKind.Incident), "a.kind = @?").If(institution, "a.institution = @?");
        var closed = await session.List(
            $"""
            SELECT a.id, a.institution, v.valid_from, {VersionDays.To("v")}, v.priority
            FROM service_records a JOIN service_record_versions v ON v.born = a.born WHERE {where.Sql} ORDER BY v.position
            """,
            row => (Record: row.GetString(0), Institution: row.GetString(1), Days: VersionDays.Between(row.GetInt64(2), row.GetInt64(3)),
                Priority: row.GetInt32(4)), where.Parameters);
        var cited = (await session.List(
            $"""
            SELECT c.record, w.valid_from, {VersionDays.To("w")} FROM citations c JOIN citation_versions w ON w.born = c.born
            WHERE c.record IS NOT NULL AND w.withdrawn = 0 AND {VersionDays.Begun("w")}
            """,
            row => (Record: row.GetString(0), Days: VersionDays.Between(row.GetInt64(1), row.GetInt64(2))), pin.With()))
            .ToLookup(row => row.Record, row => row.Days);
        return [.. closed.GroupBy(row => (row.Record, row.Priority)).Select(incident => new UncitedIncident(incident.Key.Record,
            incident.First().Institution, incident.Key.Priority, [.. DaySpan.Except(incident.Select(row => row.Days), cited[incident.Key.Record])]))];
    }
}

/// <summary>An incident, its priority while it was closed, and the days on which it cited nothing.</summary>
internal sealed record UncitedIncident(string Record, string Institution, int Priority, IReadOnlyList<DaySpan> Days);
