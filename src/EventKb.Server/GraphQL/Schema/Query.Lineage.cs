using EventKb.ReadModels.Lineage;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Lineage;
using GraphQL;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public async Task<LineageAnswer> Lineage([Id] string of, LineageDirection direction, int depth = 10)
    {
        if (depth is < 0 or > LineageQueries.MostDepth)
            throw new CodedError("INVALID_INPUT", $"'depth' must be 0–{LineageQueries.MostDepth}.");
        var found = await LineageQueries.Trace(_view.Session, _view.Viewer, _view.Pin, of, direction, depth);
        return new LineageAnswer(_view, found ?? new LineageGraph(of, [], [], Truncated: false));
    }
}
