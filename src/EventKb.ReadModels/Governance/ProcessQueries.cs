using System.Data.Common;
using EventKb.Domain;
using EventKb.Domain.Governance;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Governance;

/// <summary>Questions about knowledge processes, which are public documents.</summary>
public static class ProcessQueries
{
    // The state's rules are those of the last institution registered for them that has laid any down, also once it has repealed them;
    // of one that ended those of its last day hold until the next one lays down its own, and nothing that it planned for later.
    private static readonly string StatesRules =
        $"""
        SELECT r.stream, r.version, r.rules FROM process_rules r JOIN processes p ON p.stream = r.stream
            JOIN (SELECT i.code, min(@t, coalesce((SELECT min(s.valid_from) - 1 FROM institution_states s
                    WHERE s.stream = i.stream AND s.status <> 'active' AND {Conditions.Known("s")}), @t)) AS moment
                FROM institutions i
                WHERE i.state_rules = 1 AND i.position <= @p AND EXISTS (SELECT 1 FROM process_rules l JOIN processes o ON o.stream = l.stream
                    WHERE o.institution = i.code AND l.scope = 'state' AND {Conditions.Known("l")} AND l.valid_from <= @t)
                ORDER BY i.position DESC LIMIT 1) state ON state.code = p.institution
        WHERE r.scope = 'state' AND {Conditions.Known("r")} AND r.valid_from <= state.moment AND r.valid_to > state.moment
        LIMIT 1
        """;

    /// <summary>
    /// The rules in force for an institution on a day, as known up to a position: its own process, else the state's, else the
    /// default.
    /// </summary>
    public static async Task<ProcessRules> RulesInForce(ReadSession session, InstitutionCode institution, DateOnly day,
        long position)
    {
        var own = $"""
            SELECT r.stream, r.version, r.rules FROM process_rules r JOIN processes p ON p.stream = r.stream
            WHERE {Conditions.At("r")} AND p.institution = @institution LIMIT 1
            """;
        return await Rules(own, ("@institution", institution.Value)) ?? await Rules(StatesRules) ?? ProcessRules.Default;

        Task<ProcessRules?> Rules(string sql, params (string, object?)[] more) => session.Single(sql,
            row => Sourced(row.GetString(2), row.GetString(0), row.GetInt64(1)),
            [("@p", position), ("@t", RigaDays.Start(day)), .. more]);
    }

    /// <summary>The processes with these ids, those known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, ProcessRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids) =>
        (await Views(session, viewer, pin, new Conditions(pin).In("p.stream", ids))).ToDictionary(view => view.Id);

    /// <summary>A page of processes in order of id.</summary>
    public static async Task<Page<ProcessRow>> List(ReadSession session, Viewer viewer, Pin pin, ProcessFilter filter, int first,
        string? after = null)
    {
        var all = new Conditions(pin).If(filter.Institution, "p.institution = @?").Add("p.position <= @p");
        var count = ($"SELECT count(*) FROM processes p WHERE {all.Sql}", all.Parameters);
        return Page.Of(await Views(session, viewer, pin, all.If(after, "p.stream > @?"), first + 1), first,
            () => session.Scalar(count.Item1, count.Parameters));
    }

    private static async Task<IReadOnlyList<ProcessRow>> Views(ReadSession session, Viewer viewer, Pin pin, Conditions where,
        int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var found = await session.List(
            $"""
            SELECT p.stream, p.institution,
                {StreamVersions.Of("p")}
            FROM processes p WHERE {where.Sql} AND p.position <= @p ORDER BY p.stream LIMIT @most
            """,
            row => new ProcessRow(row.GetString(0), row.GetString(1), row.GetInt64(2), []),
            [.. where.Parameters, ("@most", most)]);
        var ruled = new Conditions(pin).Add(Conditions.Known("r")).In("r.stream", found.Select(view => view.Id).ToList());
        var rules = (await session.List(
            $"""
            SELECT r.stream, r.version, x.title, r.scope, r.rules, r.document, r.valid_from, r.valid_to
            FROM process_rules r LEFT JOIN texts x ON x.position = r.title_position WHERE {ruled.Sql}
                ORDER BY r.stream, r.valid_from
            """,
            row => (Stream: row.GetString(0), Rules: Rules(row, pin)), ruled.Parameters))
            .ToLookup(row => row.Stream, row => row.Rules);
        return [.. found.Select(view => view with { Rules = [.. rules[view.Id]] })];
    }

    private static ProcessRulesRow Rules(DbDataReader row, Pin pin)
    {
        var (from, until) = (row.GetInt64(6), row.GetInt64(7));
        return new ProcessRulesRow(row.GetInt64(1), row.TextOrNull(2), RowJson.Value<Scope>(row.GetString(3)),
            Sourced(row.GetString(4), row.GetString(0), row.GetInt64(1)), RowJson.Read<Document>(row.GetString(5))!,
            RigaDays.DayOf(from), RigaDays.DayOrOpen(until), from <= pin.ValidMicros && until > pin.ValidMicros);
    }

    private static ProcessRules Sourced(string rules, string stream, long version) =>
        RowJson.Read<ProcessRules>(rules)! with { Source = $"{stream}@{version}" };
}
