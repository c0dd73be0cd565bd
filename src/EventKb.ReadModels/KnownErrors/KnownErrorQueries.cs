using System.Data.Common;
using EventKb.Domain;
using EventKb.Domain.KnownErrors;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.KnownErrors;

/// <summary>Known errors as they are at a pin. Until sign-in tells people apart, only the operator is answered.</summary>
public static class KnownErrorQueries
{
    /// <summary>The versions that answer.</summary>
    internal static readonly VersionTable Versions = new("known_errors", "known_error_versions");

    private const string Texts = "LEFT JOIN texts x ON x.position = v.text_position LEFT JOIN texts c ON c.position = v.cause_position";

    /// <summary>The known errors with these ids, those that are known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, KnownErrorRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids)
    {
        if (!viewer.SeesAll)
            return new Dictionary<string, KnownErrorRow>();
        return (await Versions.ByIds(session, pin, Columns(pin), Texts, ids, Row)).ToDictionary(row => row.Id);
    }

    /// <summary>
    /// A page of known errors in the order in which they were opened; <paramref name="after"/> is the <see cref="KnownErrorRow.FirstPosition"/>
    /// of the last of the page before.
    /// </summary>
    public static async Task<Page<KnownErrorRow>> List(ReadSession session, Viewer viewer, Pin pin, KnownErrorFilter filter, int first,
        long? after = null) => viewer.SeesAll
        ? await Versions.List(session, pin, Columns(pin), Texts, Where(pin, filter), first, after, Row)
        : Page.Empty<KnownErrorRow>();

    private static string Columns(Pin pin) =>
        $"""
        a.born, a.id, v.version, a.problem, v.status, x.title, x.summary, c.body, v.workaround, v.workaround_number, v.workaround_position,
        v.workaround_ended, coalesce(v.workaround_loss, {UnusableVersions.LossAt(pin)}), v.fix_change, v.fixed_at, v.fixed_by, v.fixed_for,
        v.reopening_for, v.occurred_at
        """;

    private static Conditions Where(Pin pin, KnownErrorFilter filter)
    {
        var usable = $"(v.workaround IS NOT NULL AND v.workaround_ended = 0 AND {UnusableVersions.LossAt(pin)} IS NULL)";
        var where = new Conditions(pin)
            .If(filter.Institution, "a.institution = @?")
            .If(filter.Problem, "a.problem = @?")
            .If(filter.Record, Records(pin))
            .If(filter.Open, "v.status IN ('open', 'reopened')", "v.status NOT IN ('open', 'reopened')")
            .If(filter.HasWorkaround, usable, $"NOT {usable}")
            .If(filter.Workaround, "v.workaround = @?")
            .If(filter.FixChange, "v.fix_change = @?")
            .If(filter.ReopeningProposed, "v.reopening_for IS NOT NULL", "v.reopening_for IS NULL");
        return filter.Status is { Count: > 0 } statuses
            ? where.In("v.status", statuses.Distinct().Select(RowJson.Name<KnownErrorStatus>).ToList()) : where;
    }

    private static string Records(Pin pin) =>
        $"""
        (a.problem = @? OR v.fix_change = @? OR a.problem IN (
            SELECT l.problem FROM incident_problem_links l JOIN incident_problem_link_versions k ON k.born = l.born
            WHERE l.incident = @? AND k.state IN ('confirmed', 'confirmed-by-source') AND {Conditions.Held(pin, "k")}))
        """;

    private static KnownErrorRow Row(DbDataReader row)
    {
        var set = row.IsDBNull(8) ? null : new ExactVersion(row.GetString(8), row.GetInt32(9), row.GetInt64(10));
        var loss = row.TextOrNull(12) is { } word ? RowJson.Value<WorkaroundLoss>(word) : (WorkaroundLoss?)null;
        var lost = set is not null && (row.GetInt64(11) == 1 || loss is not null) ? new LostWorkaround(set, loss) : null;
        return new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3), RowJson.Value<KnownErrorStatus>(row.GetString(4)),
            row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), lost is null ? set : null, lost, row.TextOrNull(13), FixOf(row),
            row.TextOrNull(17), row.Time(18));
    }

    private static KnownErrorFix? FixOf(DbDataReader row) => row.IsDBNull(14) ? null
        : new(row.Time(14), new PersonId(row.GetString(15)), row.TextOrNull(16) is { } person ? new PersonId(person) : null);
}
