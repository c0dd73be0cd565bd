using System.Data.Common;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Persons;

/// <summary>Questions about the person directory. Until policies tell people apart, it is closed to whoever does not see everything.</summary>
public static class PersonQueries
{
    private static readonly string Present = $"EXISTS (SELECT 1 FROM person_presence r WHERE r.stream = p.stream AND {Conditions.At("r")})";

    private static readonly string Columns =
        $"""
        p.position, p.stream, p.institution, p.kind, p.source, {Present},
        (SELECT max(valid_to) FROM person_presence r WHERE r.stream = p.stream AND {Conditions.Known("r")}),
        {Marked(PersonProjection.Disabled)}, {Marked(PersonProjection.Erased)}, {StreamVersions.Of("p")}
        """;

    private static readonly string HadRights =
        $"""
        EXISTS (SELECT 1 FROM person_rights g WHERE g.stream = p.stream AND {Conditions.Known("g")} AND g.valid_from < g.valid_to
            AND g.valid_to > @rightsFrom AND g.valid_from < @rightsUntil)
        """;

    /// <summary>The entries with these ids, those known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, PersonRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids)
    {
        if (!viewer.SeesAll)
            return new Dictionary<string, PersonRow>();
        var where = new Conditions(pin).In("p.stream", ids.Distinct().ToList());
        var rows = await session.List($"SELECT {Columns} FROM persons p WHERE {where.Sql} AND p.position <= @p", Row, where.Parameters);
        return rows.ToDictionary(row => row.Id);
    }

    /// <summary>
    /// A page of entries in the order in which they became known; <paramref name="after"/> is the <see cref="PersonRow.FirstPosition"/> of the last
    /// of the page before.
    /// </summary>
    public static async Task<Page<PersonRow>> List(ReadSession session, Viewer viewer, Pin pin, PersonFilter filter, int first, long? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<PersonRow>();
        var all = Where(pin, filter);
        var rows = await session.List(
            $"SELECT {Columns} FROM persons p WHERE {all.Sql} AND p.position <= @p AND p.position > @after ORDER BY p.position LIMIT @most", Row,
            [.. all.Parameters, ("@after", after ?? 0), ("@most", first + 1)]);
        return Page.Of(rows, first, () => session.Scalar($"SELECT count(*) FROM persons p WHERE {all.Sql} AND p.position <= @p", all.Parameters));
    }

    /// <summary>The groups' members at the pin, by group.</summary>
    public static async Task<ILookup<string, string>> Members(ReadSession session, Viewer viewer, Pin pin, IReadOnlyCollection<string> groups)
    {
        var where = new Conditions(pin).Add(Conditions.At("m")).In("m.stream", viewer.SeesAll ? groups.Distinct().ToList() : []);
        var rows = await session.List($"SELECT m.stream, m.member FROM group_members m WHERE {where.Sql} ORDER BY m.stream, m.member",
            row => (Group: row.GetString(0), Member: row.GetString(1)), where.Parameters);
        return rows.ToLookup(row => row.Group, row => row.Member);
    }

    /// <summary>The rights that are known at the pin, whenever they hold, by person.</summary>
    public static async Task<ILookup<string, RightRow>> Rights(ReadSession session, Viewer viewer, Pin pin, IReadOnlyCollection<string> persons)
    {
        var where = new Conditions(pin).Add(Conditions.Known("g")).In("g.stream", viewer.SeesAll ? persons.Distinct().ToList() : []);
        var rows = await session.List(
            "SELECT g.stream, g.right, g.over, g.valid_from, g.valid_to FROM person_rights g "
                + $"WHERE {where.Sql} ORDER BY g.stream, g.right, g.over, g.valid_from",
            row => (Person: row.GetString(0), Right: new RightRow(new(RowJson.Value<PersonRight>(row.GetString(1)), Over(row.GetString(2))),
                RigaDays.DayOf(row.GetInt64(3)), RigaDays.DayOrOpen(row.GetInt64(4)))), where.Parameters);
        return rows.ToLookup(row => row.Person, row => row.Right);
    }

    /// <summary>When somebody last acted or sent something, as far as the pin knows; who never did is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, LastAct>> LastActs(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> persons)
    {
        var where = new Conditions(pin).In("p.stream", viewer.SeesAll ? persons.Distinct().ToList() : []);
        var rows = await session.List(
            $"""
            SELECT l.stream, e.position, e.recorded_at FROM (
                SELECT p.stream, max(coalesce({Last("person")}, 0), coalesce({Last("sent_by")}, 0)) AS last FROM persons p WHERE {where.Sql}) l
            JOIN audit_entries e ON e.position = l.last
            """,
            row => (Person: row.GetString(0), Act: new LastAct(row.GetInt64(1), row.Time(2))), where.Parameters);
        return rows.ToDictionary(row => row.Person, row => row.Act);
    }

    private static InstitutionCode? Over(string stored) => stored.Length == 0 ? null : new InstitutionCode(stored);

    private static string Last(string role) => $"(SELECT max(a.position) FROM audit_entries a WHERE a.{role} = p.stream AND a.position <= @p)";

    private static Conditions Where(Pin pin, PersonFilter filter) => new Conditions(pin)
        .If(filter.Institution, "p.institution = @?")
        .If(filter.Kind is { } kind ? RowJson.Name(kind) : null, "p.kind = @?")
        .If(filter.Source, "p.source = @?")
        .If(filter.Name is { } name ? FoldedText.Of(string.Join(" ", name.Split(' ', StringSplitOptions.RemoveEmptyEntries))) : null,
            Called($"{FoldedText.HasWords}(x.title, @?)"))
        .If(filter.Email, Called("x.email = @? COLLATE NOCASE"))
        .If(filter.Group, $"EXISTS (SELECT 1 FROM group_members m WHERE m.member = p.stream AND m.stream = @? AND {Conditions.At("m")})")
        .If(filter.Right is { } right ? RowJson.Name(right) : null,
            $"EXISTS (SELECT 1 FROM person_rights g WHERE g.stream = p.stream AND g.right = @? AND {Conditions.At("g")})")
        .If(filter is { RightsFrom: null, RightsUntil: null } ? null : true, HadRights, "")
        .With("@rightsFrom", filter.RightsFrom is { } first ? RigaDays.Start(first) : long.MinValue)
        .With("@rightsUntil", filter.RightsUntil is { } end ? RigaDays.Start(end) : long.MaxValue)
        .If(filter.Present, Present, $"NOT {Present}")
        .If(filter.Disabled, Marked(PersonProjection.Disabled), $"NOT {Marked(PersonProjection.Disabled)}");

    private static string Called(string condition) =>
        $"""
        EXISTS (SELECT 1 FROM person_names n JOIN texts x ON x.position = n.text_position
            WHERE n.stream = p.stream AND {Conditions.At("n")} AND {condition})
        """;

    private static string Marked(string mark) =>
        $"EXISTS (SELECT 1 FROM person_marks k WHERE k.stream = p.stream AND k.mark = '{mark}' AND {Conditions.Known("k")})";

    private static PersonRow Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2),
        RowJson.Value<PersonKind>(row.GetString(3)), row.TextOrNull(4), row.GetBoolean(5),
        row.LongOrNull(6) is { } until ? RigaDays.DayOrOpen(until) : null, row.GetBoolean(7), row.GetBoolean(8), row.GetInt64(9));
}
