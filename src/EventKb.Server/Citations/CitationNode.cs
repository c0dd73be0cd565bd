using EventKb.Domain;
using EventKb.Domain.Citations;
using EventKb.ReadModels.Citations;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Persons;
using EventKb.Server.ServiceRecords;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Citations;

/// <summary>A citation as it stands in a view.</summary>
[Name("Citation")]
[Implements(typeof(INode))]
internal sealed class CitationNode(Reading view, CitationRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public int Version => (int)row.Version;

    public long Position => row.FirstPosition;

    public InstitutionNode Institution => new(view, row.Institution);

    public ExactVersionAnswer Used => new(view, row.Used);

    [Id]
    public string? RecordId => row.Record;

    public IDataLoaderResult<ServiceRecordNode?> Record() => view.Find<ServiceRecordNode>(row.Record);

    public PersonAnswer Person => new(view, row.Person);

    public PersonAnswer? OnBehalfOf => PersonAnswer.Of(view, row.OnBehalfOf);

    public Duty? Duty => row.Duty;

    public int? SupportLevel => row.SupportLevel;

    public DateTimeOffset UsedAt => row.UsedAt;

    public string? Comment => row.Comment;

    public CitationOutcome Outcome => row.Outcome;

    public bool? Useful => row.Useful;

    public string? RatingComment => row.RatingComment;

    public CitationWithdrawalAnswer? Withdrawal => row.Withdrawal is { } withdrawal ? new(view, withdrawal) : null;
}

/// <summary>How a citation was withdrawn.</summary>
[Name("CitationWithdrawal")]
internal sealed class CitationWithdrawalAnswer(Reading view, CitationWithdrawalRow row)
{
    public long Position => row.Position;

    public PersonAnswer Person => new(view, row.Person);

    public string? ReasonCode => row.ReasonCode;

    public string? Reason => row.Reason;

    public DateTimeOffset OccurredAt => row.OccurredAt;
}
