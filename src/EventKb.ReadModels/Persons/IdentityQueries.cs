using System.Data.Common;
using EventKb.Domain.Persons;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Persons;

/// <summary>Questions about accounts of sign-in providers; closed to whoever does not see everything.</summary>
public static class IdentityQueries
{
    private const string Columns = "a.id, v.version, v.status, v.person, v.proposed_by, x.summary, x.title";
    private const string Texts = "LEFT JOIN texts x ON x.position = v.text_position";

    /// <summary>The accounts with these ids, those known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, IdentityRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids) => viewer.SeesAll
        ? (await IdentityProjection.Versions.ByIds(session, pin, Columns, Texts, ids, Row)).ToDictionary(row => row.Id)
        : new Dictionary<string, IdentityRow>();

    /// <summary>The accounts that are, or are said to be, those of persons, in the order in which they became known.</summary>
    public static async Task<ILookup<string, IdentityRow>> OfPersons(ReadSession session, Viewer viewer, Pin pin, IReadOnlyCollection<string> persons)
    {
        var where = new Conditions(pin).In("v.person", viewer.SeesAll ? persons.Distinct().ToList() : []);
        var versions = IdentityProjection.Versions;
        var rows = await session.List(
            $"SELECT {Columns} {versions.From(pin)} {Texts} WHERE {where.Sql}{VersionTable.Begun(pin)} ORDER BY {versions.Order(pin)}",
            Row, where.Parameters);
        return rows.ToLookup(row => row.Person!);
    }

    /// <summary>Accounts of persons who were erased, after the last of the page before; asked by the reaction that forgets them.</summary>
    public static Task<List<DueWork>> OfErased(ReadSession session, DateTimeOffset now, int most, DueWork? after = null) => session.List(
        $"""
        SELECT a.id, v.position, e.recorded_at, e.event_id, k.basis
        FROM identity_versions v JOIN identities a ON a.born = v.born
            JOIN person_marks k ON k.stream = v.person AND k.mark = '{PersonProjection.Erased}' AND k.rec_to = {Micros.Open}
            JOIN audit_entries e ON e.position = k.rec_from
        WHERE v.rec_to = {Micros.Open} AND e.recorded_at <= @now AND v.position > @after ORDER BY v.position LIMIT @most
        """,
        DueWork (row) => new ForgottenIdentity(row.GetString(0), row.Time(2), row.GetInt64(1), row.GetString(3), row.GetString(4)),
        ("@now", Micros.From(now)), ("@after", after?.Position ?? 0), ("@most", most));

    private static IdentityRow Row(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), RowJson.Value<IdentityStatus>(row.GetString(2)),
        row.TextOrNull(3), row.GetString(4), row.TextOrNull(5), row.TextOrNull(6));
}

/// <summary>An account of a sign-in provider as it stands at a pin.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Person">Whose it is, or is said to be; null = nobody's.</param>
/// <param name="ProposedBy">Who said so first.</param>
/// <param name="Issuer">The provider; null when erased.</param>
/// <param name="Subject">What it calls the account; null when erased.</param>
public sealed record IdentityRow(string Id, long Version, IdentityStatus Status, string? Person, string ProposedBy, string? Issuer, string? Subject);

/// <summary>An account of a person who was erased.</summary>
public sealed record ForgottenIdentity(string Stream, DateTimeOffset Due, long Position, string PlannedBy, string LegalBasis)
    : DueWork(Stream, 0, Due, Position, PlannedBy);
