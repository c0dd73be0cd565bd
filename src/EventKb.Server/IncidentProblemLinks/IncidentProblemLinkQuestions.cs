using System.Globalization;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.ReadModels.IncidentProblemLinks;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.IncidentProblemLinks;

/// <summary>Questions about links of incidents and problems.</summary>
internal sealed class IncidentProblemLinkQuestions(Reading view)
{
    public Task<Connection<IncidentProblemLinkNode>> IncidentProblemLinks(IncidentProblemLinkFilter? filter, int first, string? after) =>
        List(view, "incidentProblemLinks", filter ?? new IncidentProblemLinkFilter(), first, after);

    internal static Task<Connection<IncidentProblemLinkNode>> List(Reading view, string list, IncidentProblemLinkFilter filter, int first,
        string? after) =>
        Paged.Of<IncidentProblemLinkRow, IncidentProblemLinkNode>(list, view, first, after,
            (at, key) => IncidentProblemLinkQueries.List(at.Session, at.Viewer, at.Pin, filter, first, Cursor.Number(key)),
            (at, row) => new IncidentProblemLinkNode(at, row),
            row => row.FirstPosition.ToString(CultureInfo.InvariantCulture));
}

/// <summary>What a record is linked with: an incident with problems, a problem with incidents.</summary>
internal sealed class LinksOfARecord(Reading view, string id)
{
    public Task<Connection<IncidentProblemLinkNode>> IncidentLinks(IReadOnlyList<LinkState>? state, int first, string? after) =>
        IncidentProblemLinkQuestions.List(view, $"incidentLinks {id}", new() { Problem = id, State = state }, first, after);

    public Task<Connection<IncidentProblemLinkNode>> ProblemLinks(IReadOnlyList<LinkState>? state, int first, string? after) =>
        IncidentProblemLinkQuestions.List(view, $"problemLinks {id}", new() { Incident = id, State = state }, first, after);
}
