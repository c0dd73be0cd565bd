using EventKb.Domain.KnownErrors;
using EventKb.ReadModels.KnownErrors;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Ownership;
using EventKb.Server.Persons;
using EventKb.Server.ServiceRecords;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.KnownErrors;

/// <summary>A known error as it stands in a view.</summary>
[Name("KnownError")]
[Implements(typeof(INode))]
internal sealed class KnownErrorNode(Reading view, KnownErrorRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public int Version => (int)row.Version;

    public IDataLoaderResult<ServiceRecordNode?> Problem() => view.Find<ServiceRecordNode>(row.Problem);

    [Id]
    public string ProblemId => row.Problem;

    public IDataLoaderResult<IDataLoaderResult<OwnershipNode?>?> Accountable() =>
        view.Find<ServiceRecordNode>(row.Problem).Map(record => record?.Accountable());

    public KnownErrorStatus Status => row.Status;

    public string? Title => row.Title;

    public string? Symptoms => row.Symptoms;

    [LongText]
    public string? Cause => row.Cause;

    public ExactVersionAnswer? Workaround => row.Workaround is { } version ? new(view, version) : null;

    public LostWorkaroundAnswer? LostWorkaround => row.Lost is { } lost ? new(view, lost) : null;

    public IDataLoaderResult<ServiceRecordNode?> FixChange() => view.Find<ServiceRecordNode>(row.FixChange);

    public KnownErrorFixAnswer? Fix => row.Fix is { } fix ? new(view, fix) : null;

    public IDataLoaderResult<ServiceRecordNode?> ReopeningProposedFor() => view.Find<ServiceRecordNode>(row.ReopeningFor);

    public DateTimeOffset ChangedAt => row.Changed;
}

/// <summary>A workaround that is none any more.</summary>
[Name("LostWorkaround")]
internal sealed class LostWorkaroundAnswer(Reading view, LostWorkaround lost)
{
    public ExactVersionAnswer Version => new(view, lost.Workaround);

    public WorkaroundLoss? Loss => lost.Loss;
}

/// <summary>Who fixed a known error, and when.</summary>
[Name("KnownErrorFix")]
internal sealed class KnownErrorFixAnswer(Reading view, KnownErrorFix fix)
{
    public DateTimeOffset At => fix.At;

    public PersonAnswer Person => new(view, fix.Person.Value);

    public PersonAnswer? OnBehalfOf => PersonAnswer.Of(view, fix.OnBehalfOf?.Value);
}
