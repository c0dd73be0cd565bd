using System.Data.Common;
using EventKb.Domain;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.IncidentProblemLinks;

/// <summary>Links as they are at a pin. Until sign-in tells people apart, only the operator is answered.</summary>
public static class IncidentProblemLinkQueries
{
    /// <summary>The versions that answer.</summary>
    internal static readonly VersionTable Versions = new("incident_problem_links", "incident_problem_link_versions");

    private const string Step =
        "v.state, v.position, v.person, v.on_behalf_of, v.duty, v.acting_institution, v.via, v.reason_code, y.reason, v.occurred_at";

    private const string Columns = $"{Step}, a.born, a.id, a.incident, a.problem, v.version, v.rule, v.confidence, x.comment";
    private const string Reason = "LEFT JOIN texts y ON y.position = v.position";
    private const string Texts = $"LEFT JOIN texts x ON x.position = v.text_position {Reason}";

    /// <summary>The links with these ids, those that are known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, IncidentProblemLinkRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids)
    {
        if (!viewer.SeesAll)
            return new Dictionary<string, IncidentProblemLinkRow>();
        return (await Versions.ByIds(session, pin, Columns, Texts, ids, Row)).ToDictionary(row => row.Id);
    }

    /// <summary>
    /// A page of links in the order in which they were first said; <paramref name="after"/> is the
    /// <see cref="IncidentProblemLinkRow.FirstPosition"/> of the last of the page before.
    /// </summary>
    public static async Task<Page<IncidentProblemLinkRow>> List(ReadSession session, Viewer viewer, Pin pin, IncidentProblemLinkFilter filter,
        int first, long? after = null) => viewer.SeesAll
        ? await Versions.List(session, pin, Columns, Texts, Where(pin, filter), first, after, Row)
        : Page.Empty<IncidentProblemLinkRow>();

    /// <summary>A page of the steps taken with a link up to the pin; <paramref name="after"/> is the last position of the page before.</summary>
    public static async Task<Page<LinkStepRow>> Steps(ReadSession session, Viewer viewer, Pin pin, long link, int first, long? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<LinkStepRow>();
        var parameters = pin.With(("@born", link), ("@after", after ?? 0), ("@most", first + 1));
        var from = "FROM incident_problem_link_versions v";
        var where = "WHERE v.born = @born AND v.position <= @p AND v.valid_from <= @t";
        return Page.Of(
            await session.List($"SELECT {Step} {from} {Reason} {where} AND v.position > @after ORDER BY v.position LIMIT @most", StepRow, parameters),
            first, () => session.Scalar($"SELECT count(*) {from} {where}", parameters));
    }

    private static Conditions Where(Pin pin, IncidentProblemLinkFilter filter)
    {
        var where = new Conditions(pin)
            .If(filter.Incident, "a.incident = @?")
            .If(filter.Problem, "a.problem = @?")
            .If(filter.Institution is { } code ? code + "/" : null,
                "(substr(a.incident, 1, length(@?)) = @? OR substr(a.problem, 1, length(@?)) = @?)")
            .If(filter.Confirmed, "v.state IN ('confirmed', 'confirmed-by-source')", "v.state NOT IN ('confirmed', 'confirmed-by-source')")
            .If(filter.Rule, "v.rule = @?")
            .If(filter.AcrossInstitutions, $"{Code("a.incident")} <> {Code("a.problem")}", $"{Code("a.incident")} = {Code("a.problem")}");
        return filter.State is { Count: > 0 } states ? where.In("v.state", states.Distinct().Select(RowJson.Name<LinkState>).ToList()) : where;
    }

    private static string Code(string id) => $"substr({id}, 1, instr({id}, '/'))";

    private static LinkStepRow StepRow(DbDataReader row) => new(RowJson.Value<LinkState>(row.GetString(0)), row.GetInt64(1), row.GetString(2),
        row.TextOrNull(3), row.TextOrNull(4) is { } duty ? RowJson.Value<Duty>(duty) : null, row.GetString(5),
        RowJson.Value<Via>(row.GetString(6)), row.TextOrNull(7), row.TextOrNull(8), row.Time(9));

    private static IncidentProblemLinkRow Row(DbDataReader row) => new(row.GetInt64(10), row.GetString(11), row.GetString(12), row.GetString(13),
        row.GetInt64(14), row.TextOrNull(15), row.IsDBNull(16) ? null : row.GetDouble(16), row.TextOrNull(17), StepRow(row));
}
