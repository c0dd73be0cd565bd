using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Persons;

/// <summary>What somebody is called: every name, with the positions and moments between which it answers.</summary>
public sealed class PersonNames
{
    private readonly IReadOnlyList<Row> _rows;

    private PersonNames(IEnumerable<Row> rows) => _rows = [.. rows];

    /// <summary>Nobody is known by that id.</summary>
    public static PersonNames Unknown { get; } = new([]);

    /// <summary>The name as of a position and a moment; null where it was erased or there is none.</summary>
    public PersonName? At(long position, DateTimeOffset moment)
    {
        var at = Micros.From(moment);
        return _rows.FirstOrDefault(row => row.RecFrom <= position && position < row.RecTo && row.From <= at && at < row.To)?.Name;
    }

    /// <summary>The names known at a position, in order of their first days; erased ones are left out.</summary>
    public IEnumerable<PersonName> KnownAt(long position) =>
        _rows.Where(row => row.RecFrom <= position && position < row.RecTo).OrderBy(row => row.From).Select(row => row.Name).OfType<PersonName>();

    /// <summary>The names of those who are asked for; for who may not see them nobody has one.</summary>
    public static async Task<IReadOnlyDictionary<string, PersonNames>> Of(ReadSession session, Viewer viewer, IReadOnlyCollection<string> ids)
    {
        if (!viewer.SeesAll)
            return new Dictionary<string, PersonNames>();
        var where = new Conditions().In("n.stream", ids.Distinct().ToList());
        var rows = await session.List(
            $"""
            SELECT n.stream, n.rec_from, n.rec_to, n.valid_from, n.valid_to, x.title, x.email
            FROM person_names n LEFT JOIN texts x ON x.position = n.text_position WHERE {where.Sql}
            """,
            row => (Id: row.GetString(0), Row: new Row(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4),
                row.TextOrNull(5) is { } name ? new PersonName(name, row.TextOrNull(6), Day(row.GetInt64(3)), Day(row.GetInt64(4))) : null)),
            where.Parameters);
        return rows.GroupBy(row => row.Id).ToDictionary(person => person.Key, person => new PersonNames(person.Select(row => row.Row)));
    }

    private static DateOnly? Day(long micros) => micros == BitemporalTable.Always ? null : RigaDays.DayOrOpen(micros);

    private sealed record Row(long RecFrom, long RecTo, long From, long To, PersonName? Name);
}

/// <summary>A name and an e-mail address with the days on which they hold: from the first to before the last, null = without limit.</summary>
public sealed record PersonName(string Name, string? Email, DateOnly? From, DateOnly? Until);
