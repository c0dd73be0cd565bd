using System.Data.Common;
using EventKb.Domain;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Governance;

/// <summary>Questions about controls. Until sign-in tells people apart, only the operator is answered.</summary>
public static class ControlQueries
{
    /// <summary>The controls with these ids, those that exist at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, ControlRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids) => !viewer.SeesAll
        ? new Dictionary<string, ControlRow>()
        : (await Views(session, pin, At(pin).In("c.stream", ids), int.MaxValue)).ToDictionary(view => view.Id);

    /// <summary>
    /// A page of controls in the order they were recorded; <paramref name="after"/> is the last position of the page before.
    /// </summary>
    public static async Task<Page<ControlRow>> List(ReadSession session, Viewer viewer, Pin pin, ControlFilter filter, int first,
        long? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<ControlRow>();
        var all = Where(pin, filter);
        var page = Where(pin, filter).If(after, "c.position > @?");
        return Page.Of(await Views(session, pin, page, first + 1), first,
            () => session.Scalar($"SELECT count(*) FROM controls c WHERE {all.Sql}", all.Parameters));
    }

    private static Conditions At(Pin pin) =>
        new Conditions(pin).Add("c.position <= @p AND c.valid_from <= @t");

    private static Conditions Where(Pin pin, ControlFilter filter)
    {
        var findings = $"SELECT 1 FROM control_findings f WHERE f.stream = c.stream AND {Conditions.At("f")}";
        var open = $"EXISTS ({findings} AND f.closed = 0)";
        return At(pin)
            .If(filter.Institution, "c.institution = @?")
            .If(filter.Duty is { } duty ? RowJson.Name(duty) : null, "c.duty = @?")
            .If(filter.Subject, "c.subject = @?")
            .If(filter.Person, "c.person = @?")
            .If(filter.Responsible, $"EXISTS ({findings} AND f.responsible = @?)")
            .If(filter.HasOpenFindings, open, "NOT " + open);
    }

    private static async Task<IReadOnlyList<ControlRow>> Views(ReadSession session, Pin pin, Conditions where, int most)
    {
        var found = await session.List(
            $"""
            SELECT c.stream, c.institution, {StreamVersions.Of("c")},
                c.position, x.title, x.summary, c.duty, c.subject, c.from_day, c.until_day, c.sample, c.person, c.occurred_at
            FROM controls c LEFT JOIN texts x ON x.position = c.position WHERE {where.Sql} ORDER BY c.position LIMIT @most
            """,
            Control, [.. where.Parameters, ("@most", most)]);
        var about = new Conditions(pin).Add(Conditions.At("f")).In("f.stream", found.Select(view => view.Id).ToList());
        var findings = (await session.List(
            $"""
            SELECT f.stream, f.finding, f.closed, f.responsible, f.due_on, f.about, x.comment, y.comment
            FROM control_findings f LEFT JOIN texts x ON x.position = f.raised_position
                LEFT JOIN texts y ON y.position = f.closed_position
            WHERE {about.Sql} ORDER BY f.stream, f.finding
            """,
            row => (Stream: row.GetString(0), Finding: Finding(row)), about.Parameters))
            .ToLookup(row => row.Stream, row => row.Finding);
        return [.. found.Select(view => view with { Findings = [.. findings[view.Id]] })];
    }

    private static ControlRow Control(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3),
        row.TextOrNull(4), row.TextOrNull(5), RowJson.Value<Duty>(row.GetString(6)), row.TextOrNull(7), row.DayOrNull(8)!.Value,
        row.DayOrNull(9)!.Value, RowJson.Read<ExactVersion[]>(row.GetString(10))!, row.GetString(11), row.Time(12), []);

    private static FindingRow Finding(DbDataReader row) => new(row.GetInt32(1), row.GetInt64(2) == 1, row.GetString(3),
        row.DayOrNull(4)!.Value, RowJson.Read<ExactVersion>(row.TextOrNull(5)), row.TextOrNull(6), row.TextOrNull(7));
}
