using System.Data.Common;
using EventKb.Domain;
using EventKb.Domain.Citations;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Citations;

/// <summary>Citations as they are at a pin. Until sign-in tells people apart, only the operator is answered.</summary>
public static class CitationQueries
{
    /// <summary>The versions that answer.</summary>
    internal static readonly VersionTable Versions = new("citations", "citation_versions", ledByHeads: true);

    private const string Columns =
        """
        a.born, a.id, a.institution, a.article, a.revision, a.revision_position, a.record, a.person, a.on_behalf_of, a.duty, a.support_level,
            a.used_at, x.comment, v.version, v.outcome, v.useful, y.comment, v.position, v.withdrawn_by, v.reason_code, z.reason, v.withdrawn_at
        """;

    private const string Texts =
        """
        LEFT JOIN texts x ON x.position = a.born LEFT JOIN texts y ON y.position = v.rating_position
            LEFT JOIN texts z ON z.position = v.position AND v.withdrawn = 1
        """;

    /// <summary>The citations with these ids, those that are known at the pin; withdrawn ones too.</summary>
    public static async Task<IReadOnlyDictionary<string, CitationRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids)
    {
        if (!viewer.SeesAll)
            return new Dictionary<string, CitationRow>();
        return (await Versions.ByIds(session, pin, Columns, Texts, ids, Row)).ToDictionary(row => row.Id);
    }

    /// <summary>
    /// A page of citations in the order in which they were first recorded; <paramref name="after"/> is the
    /// <see cref="CitationRow.FirstPosition"/> of the last of the page before.
    /// </summary>
    public static async Task<Page<CitationRow>> List(ReadSession session, Viewer viewer, Pin pin, CitationFilter filter, int first,
        long? after = null) => viewer.SeesAll
        ? await Versions.List(session, pin, Columns, Texts, filter.At(pin), first, after, Row)
        : Page.Empty<CitationRow>();

    /// <summary>The statement of <see cref="List"/>.</summary>
    internal static (string Sql, (string Name, object? Value)[] Parameters) Select(Pin pin, CitationFilter filter, int first, long? after) =>
        Versions.Select(pin, Columns, Texts, filter.At(pin), first, after);

    private static CitationRow Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2),
        new ExactVersion(row.GetString(3), row.GetInt32(4), row.GetInt64(5)), row.TextOrNull(6), row.GetString(7), row.TextOrNull(8),
        row.TextOrNull(9) is { } duty ? RowJson.Value<Duty>(duty) : null, (int?)row.LongOrNull(10), row.Time(11), row.TextOrNull(12),
        row.GetInt64(13), RowJson.Value<CitationOutcome>(row.GetString(14)), row.LongOrNull(15) is { } useful ? useful == 1 : null,
        row.TextOrNull(16), row.TextOrNull(18) is { } person
            ? new CitationWithdrawalRow(row.GetInt64(17), person, row.TextOrNull(19), row.TextOrNull(20), row.Time(21)) : null);
}
