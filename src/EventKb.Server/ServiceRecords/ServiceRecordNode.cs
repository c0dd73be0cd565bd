using System.Globalization;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.ServiceRecords;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Ownership;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.ServiceRecords;

/// <summary>A record of the request management system as it stands in a view.</summary>
[Name("ServiceRecord")]
[Implements(typeof(INode))]
internal sealed class ServiceRecordNode(Reading view, ServiceRecordRow row) : INode, IHasView
{
    private static readonly RecordFacts Unsaid = new();
    private readonly RecordFacts _facts = row.Facts ?? Unsaid;

    Reading IHasView.View => view;

    [Id]
    public string Id => row.Id;

    public RecordKind Kind => row.Kind;

    public string Number => row.Number;

    public string? System => row.System;

    public InstitutionNode Institution => new(view, row.Institution);

    public int Version => (int)row.Version;

    public long Position => row.Position;

    public DateTimeOffset ValidFrom => row.ValidFrom;

    public int? Row => row.Row;

    public string? Title => row.Title;

    public string? Description => row.Description;

    public string? Caller => row.Caller;

    public string? State => _facts.State;

    public RecordPhase? Phase => row.Facts?.Phase;

    public Deviation? Deviation => _facts.Deviation;

    [Id]
    public string? ServiceId => _facts.Service;

    public IDataLoaderResult<CatalogueEntryNode?> Service() => view.Find<CatalogueEntryNode>(_facts.Service);

    [Id]
    public string? ResourceId => _facts.Resource;

    public IDataLoaderResult<CatalogueEntryNode?> Resource() => view.Find<CatalogueEntryNode>(_facts.Resource);

    public int? Impact => _facts.Impact;

    public int? Urgency => _facts.Urgency;

    public int? Priority => _facts.Priority;

    public bool? Major => _facts.Major;

    public DateTimeOffset? OpenedAt => _facts.OpenedAt;

    public DateTimeOffset? DetectedAt => _facts.DetectedAt;

    public DateTimeOffset? RestoredAt => _facts.RestoredAt;

    public DateTimeOffset? ResolvedAt => _facts.ResolvedAt;

    public DateTimeOffset? ClosedAt => _facts.ClosedAt;

    public string? ServiceLevelTarget => _facts.ServiceLevelTarget;

    public bool? ServiceLevelKept => _facts.ServiceLevelKept;

    public int? SupportLevel => _facts.SupportLevel;

    public SupportChannel? SupportChannel => _facts.SupportChannel;

    public string? Group => _facts.Group;

    public PersonAnswer? Assignee => PersonAnswer.Of(view, _facts.Assignee?.Value);

    [Id]
    public string? ProblemId => _facts.Problem;

    public IDataLoaderResult<ServiceRecordNode?> Problem() => view.Find<ServiceRecordNode>(_facts.Problem);

    [Id]
    public string? CausedByChangeId => _facts.CausedByChange;

    public IDataLoaderResult<ServiceRecordNode?> CausedByChange() => view.Find<ServiceRecordNode>(_facts.CausedByChange);

    [Id]
    public string? ChangeId => _facts.ResolvedByChange;

    public IDataLoaderResult<ServiceRecordNode?> Change() => view.Find<ServiceRecordNode>(_facts.ResolvedByChange);

    [Id]
    public string? ParentId => _facts.Parent;

    public IDataLoaderResult<ServiceRecordNode?> Parent() => view.Find<ServiceRecordNode>(_facts.Parent);

    [Id]
    public string? DuplicateOfId => _facts.DuplicateOf;

    public IDataLoaderResult<ServiceRecordNode?> DuplicateOf() => view.Find<ServiceRecordNode>(_facts.DuplicateOf);

    public Task<Connection<ServiceRecordNode>> Parts(int first, string? after) =>
        List(view, $"parts {Id}", new ServiceRecordFilter { Parent = Id }, first, after);

    public IDataLoaderResult<OwnershipNode?> Accountable() =>
        OwnershipLoaders.Of(view).Accountables.Load(_facts.Service ?? _facts.Resource ?? row.Institution)
            .Map(found => found is null ? null : new OwnershipNode(view, found));

    /// <summary>A page of the records of a filter.</summary>
    internal static Task<Connection<ServiceRecordNode>> List(Reading view, string list, ServiceRecordFilter filter, int first, string? after) =>
        Paged.Of<ServiceRecordRow, ServiceRecordNode>(list, view, first, after,
            (at, key) => ServiceRecordQueries.List(at.Session, at.Viewer, at.Pin, filter, first, Cursor.Number(key)),
            (at, row) => new ServiceRecordNode(at, row),
            row => row.FirstPosition.ToString(CultureInfo.InvariantCulture));
}
