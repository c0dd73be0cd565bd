using System.Data.Common;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.ServiceRecords;

/// <summary>Records as they are at a pin. Until sign-in tells people apart, only the operator is answered.</summary>
public static class ServiceRecordQueries
{
    /// <summary>The versions that answer.</summary>
    internal static readonly VersionTable Versions = new("service_records", "service_record_versions");

    private const string Columns =
        """
        a.born, a.id, a.institution, a.system, a.kind, a.number, v.version, v.position, v.valid_from, v.row, x.title, x.summary, x.comment, v.facts
        """;

    private const string Texts = "LEFT JOIN texts x ON x.position = v.text_position";

    /// <summary>The records with these ids, those that are known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, ServiceRecordRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids)
    {
        if (!viewer.SeesAll)
            return new Dictionary<string, ServiceRecordRow>();
        return (await Versions.ByIds(session, pin, Columns, Texts, ids, Row)).ToDictionary(row => row.Id);
    }

    /// <summary>A record as its stream stood after a version, as far as the pin lets see.</summary>
    public static async Task<ServiceRecordRow?> AtVersion(ReadSession session, Viewer viewer, Pin pin, string id, long version) => !viewer.SeesAll
        ? null
        : await session.Single(
            $"""
            SELECT {Columns} FROM service_records a JOIN service_record_versions v ON v.born = a.born AND v.version = @version {Texts}
            WHERE a.id = @id AND v.position <= @p AND v.valid_from <= @t
            """,
            Row, pin.With(("@id", id), ("@version", version)));

    /// <summary>
    /// A page of records in the order in which they became known; <paramref name="after"/> is the <see cref="ServiceRecordRow.FirstPosition"/>
    /// of the last of the page before.
    /// </summary>
    public static async Task<Page<ServiceRecordRow>> List(ReadSession session, Viewer viewer, Pin pin, ServiceRecordFilter filter, int first,
        long? after = null) => viewer.SeesAll
        ? await Versions.List(session, pin, Columns, Texts, ServiceRecordConditions.Of(pin, filter), first, after, Row)
        : Page.Empty<ServiceRecordRow>();

    private static ServiceRecordRow Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3),
        RowJson.Value<RecordKind>(row.GetString(4)), row.GetString(5), row.GetInt64(6), row.GetInt64(7), row.Time(8), (int?)row.LongOrNull(9),
        row.TextOrNull(10), row.TextOrNull(11), row.TextOrNull(12), RowJson.Read<RecordFacts>(row.TextOrNull(13)));
}
