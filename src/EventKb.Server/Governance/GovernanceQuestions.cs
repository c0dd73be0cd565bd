using System.Globalization;
using EventKb.ReadModels.Governance;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Governance;

/// <summary>Questions about knowledge processes and how they are kept.</summary>
internal sealed class GovernanceQuestions(Reading view)
{
    public Task<Connection<KnowledgeProcessNode>> Processes(ProcessFilter? filter, int first, string? after) =>
        Paged.Of<ProcessRow, KnowledgeProcessNode>("processes", view, first, after,
            (at, key) => ProcessQueries.List(at.Session, at.Viewer, at.Pin, filter ?? new ProcessFilter(), first, key),
            (at, row) => new KnowledgeProcessNode(at, row),
            row => row.Id);

    public Task<Connection<ControlNode>> Controls(ControlFilter? filter, int first, string? after)
    {
        var rows = filter ?? new ControlFilter();
        return Paged.Of<ControlRow, ControlNode>("controls", view, first, after,
            (at, key) => ControlQueries.List(at.Session, at.Viewer, at.Pin, rows, first, Cursor.Number(key)),
            (at, row) => new ControlNode(at, row),
            row => row.Position.ToString(CultureInfo.InvariantCulture));
    }
}
