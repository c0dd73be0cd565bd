using System.Data.Common;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Holds;

/// <summary>Questions about what is kept from being erased; closed to whoever does not see everything.</summary>
public static class LegalHoldQueries
{
    private const string Columns = "a.born, a.id, a.institution, a.held, v.version, v.cases";

    /// <summary>The holds with these ids, those known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, LegalHoldRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids) => viewer.SeesAll
        ? (await LegalHoldProjection.Versions.ByIds(session, pin, Columns, "", ids, Row)).ToDictionary(row => row.Id)
        : new Dictionary<string, LegalHoldRow>();

    /// <summary>A page of holds in the order in which they became known, after a first position.</summary>
    public static async Task<Page<LegalHoldRow>> List(ReadSession session, Viewer viewer, Pin pin, LegalHoldFilter filter, int first,
        long? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<LegalHoldRow>();
        var where = new Conditions(pin).If(filter.Institution, "a.institution = @?").If(filter.Held, "a.held = @?")
            .If(filter.InForce, "v.in_force = 1", "v.in_force = 0");
        return await LegalHoldProjection.Versions.List(session, pin, Columns, "", where, first, after, Row);
    }

    private static LegalHoldRow Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3),
        row.GetInt64(4), RowJson.Read<List<OpenCase>>(row.GetString(5))!);
}

/// <summary>Which holds are wanted; what is left out asks nothing.</summary>
public sealed record LegalHoldFilter
{
    /// <summary>Code of the institution.</summary>
    public string? Institution { get; init; }

    /// <summary>Id of what is held.</summary>
    public string? Held { get; init; }

    /// <summary>True: those with an open case; false: those without.</summary>
    public bool? InForce { get; init; }
}

/// <summary>What is held, as it stands at a pin.</summary>
/// <param name="FirstPosition">Position of its first hold.</param>
/// <param name="Id">Stream of the holds.</param>
/// <param name="Institution">Code of the institution.</param>
/// <param name="Held">Id of what is held.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Cases">The cases that hold it, in order of their numbers.</param>
public sealed record LegalHoldRow(long FirstPosition, string Id, string Institution, string Held, long Version, IReadOnlyList<OpenCase> Cases);

/// <summary>A case that holds something, and on what basis.</summary>
public sealed record OpenCase(string Case, string LegalBasis);
