using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Coverage;

/// <summary>On which days problems were open without a known error and without a change that resolves them.</summary>
internal static class ProblemDays
{
    /// <summary>The days of each such problem, without regard to how many the process allows.</summary>
    public static async Task<IReadOnlyList<OpenProblem>> Unanswered(ReadSession session, Pin pin, string? institution)
    {
        var where = new Conditions(pin).Add($"v.phase = 'open' AND v.resolved_by_change IS NULL AND {VersionDays.Begun("v")}")
            .If(RowJson.Name(RecordKind.Problem), "a.kind = @?").If(institution, "a.institution = @?");
        var rows = await session.List(
            $"""
            SELECT a.id, a.institution, v.valid_from, {VersionDays.To("v")}, coalesce(v.opened_at, b.valid_from), e.valid_from
            FROM service_records a JOIN service_record_versions v ON v.born = a.born JOIN service_record_versions b ON b.position = a.born
                LEFT JOIN known_errors k ON k.problem = a.id
                LEFT JOIN known_error_versions e ON e.position = k.born AND {VersionDays.Begun("e")}
            WHERE {where.Sql} ORDER BY v.position
            """,
            row => (Problem: row.GetString(0), Institution: row.GetString(1), Days: VersionDays.Between(row.GetInt64(2), row.GetInt64(3)),
                OpenedOn: RigaDays.DayOf(row.GetInt64(4)), KnownOn: row.LongOrNull(5) is { } known ? RigaDays.DayOf(known) : DaySpan.Open),
            where.Parameters);
        return [.. rows.GroupBy(row => row.Problem).Select(problem => new OpenProblem(problem.Key, problem.First().Institution,
            problem.Last().OpenedOn, [.. DaySpan.Except(problem.Select(row => row.Days), [new(problem.First().KnownOn, DaySpan.Open)])]))];
    }
}

/// <summary>A problem and the days on which nothing answered it.</summary>
internal sealed record OpenProblem(string Problem, string Institution, DateOnly OpenedOn, IReadOnlyList<DaySpan> Days);
