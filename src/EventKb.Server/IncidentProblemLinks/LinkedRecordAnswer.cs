using EventKb.Domain.ServiceRecords;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Ownership;
using EventKb.Server.ServiceRecords;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.IncidentProblemLinks;

/// <summary>What a link shows of a record to either side, across institutions too: number, service, times and deviation, and no text.</summary>
[Name("LinkedRecord")]
internal sealed class LinkedRecordAnswer(Reading view, string id)
{
    [Id]
    public string Id => id;

    public InstitutionNode Institution => new(view, id.Split('/')[0]);

    public IDataLoaderResult<string?> Number() => Of(record => record.Number);

    public IDataLoaderResult<RecordPhase?> Phase() => Of(record => record.Phase);

    public IDataLoaderResult<Deviation?> Deviation() => Of(record => record.Deviation);

    [Id]
    public IDataLoaderResult<string?> ServiceId() => Of(record => record.ServiceId);

    public IDataLoaderResult<IDataLoaderResult<CatalogueEntryNode?>> Service() =>
        view.Find<ServiceRecordNode>(id).Map(record => view.Find<CatalogueEntryNode>(record?.ServiceId));

    public IDataLoaderResult<IDataLoaderResult<OwnershipNode?>?> Accountable() =>
        view.Find<ServiceRecordNode>(id).Map(record => record?.Accountable());

    public IDataLoaderResult<DateTimeOffset?> OpenedAt() => Of(record => record.OpenedAt);

    public IDataLoaderResult<DateTimeOffset?> DetectedAt() => Of(record => record.DetectedAt);

    public IDataLoaderResult<DateTimeOffset?> RestoredAt() => Of(record => record.RestoredAt);

    public IDataLoaderResult<DateTimeOffset?> ResolvedAt() => Of(record => record.ResolvedAt);

    public IDataLoaderResult<DateTimeOffset?> ClosedAt() => Of(record => record.ClosedAt);

    /// <summary>The whole record, for whoever may see all of it; until sign-in tells people apart, that is the operator.</summary>
    public IDataLoaderResult<ServiceRecordNode?> Record() => view.Find<ServiceRecordNode>(view.Viewer.SeesAll ? id : null);

    private IDataLoaderResult<T?> Of<T>(Func<ServiceRecordNode, T?> read) =>
        view.Find<ServiceRecordNode>(id).Map(record => record is null ? default : read(record));
}
