using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.ReadModels.IncidentProblemLinks;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Persons;
using GraphQL;

namespace EventKb.Server.IncidentProblemLinks;

/// <summary>A link of an incident and a problem as it stands in a view.</summary>
[Name("IncidentProblemLink")]
[Implements(typeof(INode))]
internal sealed class IncidentProblemLinkNode(Reading view, IncidentProblemLinkRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public int Version => (int)row.Version;

    public LinkState State => row.Last.State;

    public LinkedRecordAnswer Incident => new(view, row.Incident);

    public LinkedRecordAnswer Problem => new(view, row.Problem);

    public string? Rule => row.Rule;

    public double? Confidence => row.Confidence;

    public string? Explanation => row.Explanation;

    public LinkStepAnswer Last => new(view, row.Last);

    public Task<Connection<LinkStepAnswer>> Steps(int first, string? after) =>
        Paged.Of<LinkStepRow, LinkStepAnswer>($"steps {Id}", view, first, after,
            (at, key) => IncidentProblemLinkQueries.Steps(at.Session, at.Viewer, at.Pin, row.FirstPosition, first, Cursor.Number(key)),
            (at, step) => new LinkStepAnswer(at, step),
            step => step.Position.ToString(CultureInfo.InvariantCulture));
}

/// <summary>A step that somebody took with a link.</summary>
[Name("LinkStep")]
internal sealed class LinkStepAnswer(Reading view, LinkStepRow row)
{
    public LinkState State => row.State;

    public long Position => row.Position;

    public PersonAnswer Person => new(view, row.Person);

    public PersonAnswer? OnBehalfOf => PersonAnswer.Of(view, row.OnBehalfOf);

    public Duty? Duty => row.Duty;

    public InstitutionNode Institution => new(view, row.Institution);

    public Via Via => row.Via;

    public string? ReasonCode => row.ReasonCode;

    public string? Reason => row.Reason;

    public DateTimeOffset OccurredAt => row.OccurredAt;
}
