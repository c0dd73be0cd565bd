using EventKb.Domain;
using EventKb.ReadModels.Governance;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Governance;

/// <summary>A control as it stands in a view.</summary>
[Name("Control")]
[Implements(typeof(INode))]
internal sealed class ControlNode(Reading view, ControlRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public InstitutionNode Institution => new(view, row.Institution);

    public int Version => (int)row.Version;

    public long Position => row.Position;

    public string? Title => row.Title;

    public string? Summary => row.Summary;

    public Duty Duty => row.Duty;

    [Id]
    public string? SubjectId => row.Subject;

    public IDataLoaderResult<INode?> Subject() => InstitutionNode.OrEntry(view, row.Subject);

    public DateOnly From => row.From;

    public DateOnly Until => row.Until;

    public IEnumerable<ExactVersionAnswer> Sample => row.Sample.Select(version => new ExactVersionAnswer(view, version));

    public PersonAnswer Person => new(view, row.Person);

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public IEnumerable<FindingAnswer> Findings => row.Findings.Select(finding => new FindingAnswer(view, finding));
}

/// <summary>Something a control found.</summary>
[Name("Finding")]
internal sealed class FindingAnswer(Reading view, FindingRow row)
{
    public int Number => row.Finding;

    public bool Closed => row.Closed;

    public PersonAnswer Responsible => new(view, row.Responsible);

    public DateOnly DueOn => row.DueOn;

    public ExactVersionAnswer? About => row.About is { } version ? new(view, version) : null;

    public string? Comment => row.Comment;

    public string? ClosingComment => row.ClosingComment;
}
