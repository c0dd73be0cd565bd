using System.Globalization;
using EventKb.ReadModels.Governance;
using EventKb.Server.Governance;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public Task<Connection<KnowledgeProcessNode>> Processes(ProcessFilterInput? filter, int first, string? after) =>
        Paged.Of<ProcessRow, KnowledgeProcessNode>("processes", _view, first, after,
            (view, key) => ProcessQueries.List(view.Session, view.Viewer, view.Pin, filter?.Institution, first, key),
            (view, row) => new KnowledgeProcessNode(view, row),
            row => row.Id);

    public Task<Connection<ControlNode>> Controls(ControlFilter? filter, int first, string? after)
    {
        var rows = filter ?? new ControlFilter();
        return Paged.Of<ControlRow, ControlNode>("controls", _view, first, after,
            (view, key) => ControlQueries.List(view.Session, view.Viewer, view.Pin, rows, first, Number(key)),
            (view, row) => new ControlNode(view, row),
            row => row.Position.ToString(CultureInfo.InvariantCulture));
    }
}
