using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Coverage;

/// <summary>On which days open known errors had no workaround that could be used.</summary>
internal static class WorkaroundDays
{
    /// <summary>The days of each such known error.</summary>
    public static async Task<IReadOnlyList<RecordSpans>> Missing(ReadSession session, Pin pin, string? institution)
    {
        var where = new Conditions(pin).Add($"v.status IN ('open', 'reopened') AND {VersionDays.Begun("v")}").If(institution, "a.institution = @?");
        var (from, to) = ("FROM known_error_versions v JOIN known_errors a ON a.born = v.born", VersionDays.To("v"));
        var rows = await session.List(
            $"""
            SELECT a.problem, a.institution, v.valid_from, {to} {from}
            WHERE {where.Sql} AND (v.workaround IS NULL OR v.workaround_ended = 1)
            UNION ALL
            SELECT a.problem, a.institution, max(v.valid_from, u.valid_from), min({to}, {VersionDays.To("u")}) {from}
                JOIN unusable_versions u ON u.article = v.workaround AND (u.version IS NULL OR u.version = v.workaround_position)
            WHERE {where.Sql} AND v.workaround_ended = 0 AND {VersionDays.Begun("u")}
            """,
            row => (Problem: row.GetString(0), Institution: row.GetString(1), From: row.GetInt64(2), To: row.GetInt64(3)), where.Parameters);
        return [.. rows.Where(row => row.From < row.To).GroupBy(row => row.Problem).Select(known => new RecordSpans(known.Key,
            known.First().Institution, DaySpan.Union(known.Select(row => VersionDays.Between(row.From, row.To)))))];
    }
}

/// <summary>A record and the days on which something of it was missing.</summary>
internal sealed record RecordSpans(string Record, string Institution, IReadOnlyList<DaySpan> Days);
