using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.Lineage;

namespace EventKb.ReadModels.ServiceRecords;

/// <summary>Records in lineage: every version of their streams is a node.</summary>
internal sealed class ServiceRecordLineage : LineageKind
{
    public override string Category => ServiceRecord.Category;

    public override LineageNodeKind? Node => LineageNodeKind.ServiceRecordVersion;

    public override IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        [LineageTypes.RevisionOf] = ProvTerms.Revision,
    };

    public override void Write(StreamStep step, LineageRows rows)
    {
        rows.Revision((int)step.After.Version, step.Before.Position);
        rows.Newest((int)step.After.Version);
    }

    public override int? Made(RecordedEvent recorded) => (int)recorded.Version;

    public override async Task<int?> Latest(ReadSession session, Viewer viewer, Pin pin, string stream) =>
        (int?)(await ServiceRecordQueries.ByIds(session, viewer, pin, [stream])).GetValueOrDefault(stream)?.Version;

    public override async Task<IReadOnlyDictionary<ThingVersion, LineageFacts>> Find(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<ThingVersion> versions) => !viewer.SeesAll
        ? new Dictionary<ThingVersion, LineageFacts>()
        : (await session.List(
            $"""
            SELECT a.id, v.version, v.valid_from, v.position, coalesce(x.title, a.number)
            FROM {VersionList.Of("f")} CROSS JOIN service_records a ON a.id = f.stream
                JOIN service_record_versions v ON v.born = a.born AND v.version = f.number LEFT JOIN texts x ON x.position = v.text_position
            WHERE v.position <= @p AND v.valid_from <= @t
            """,
            row => (Version: new ThingVersion(row.GetString(0), row.GetInt32(1)),
                Facts: new LineageFacts(new VersionMoment(row.GetInt64(2), row.GetInt64(3)), row.TextOrNull(4))),
            pin.With(VersionList.Parameter(versions)))).ToDictionary(row => row.Version, row => row.Facts);
}
