using EventKb.ReadModels.Lineage;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using GraphQL;

namespace EventKb.Server.Lineage;

/// <summary>A page of lineage. What a Relay connection calls edges are the edges here, and their nodes are what they lead to.</summary>
[Name("LineageConnection")]
internal sealed class LineageConnection : IHasView
{
    private readonly Reading _view;
    private readonly LineageGraph _graph;

    internal LineageConnection(Reading view, string name, LineageGraph graph, bool hasPrevious)
    {
        (_view, _graph) = (view, graph);
        Edges = [.. graph.Steps.Select(step => new LineageEdgeAnswer(view, step, graph.Nodes.First(node => node.Id == step.To),
            new Cursor(name, view.Pin.Position, view.Pin.Valid, step.Place.ToString())))];
        PageInfo = new PageInfo(graph.HasMore, hasPrevious, () => Edges is [var start, ..] ? start.Cursor : null,
            () => Edges is [.., var end] ? end.Cursor : null);
    }

    Reading IHasView.View => _view;

    public string Root => _graph.Root;

    [Complexity(1, 2)]
    public IEnumerable<LineageNodeAnswer> Nodes => _graph.Nodes.Select(node => new LineageNodeAnswer(_view, node));

    [Complexity(1, 1)]
    public IReadOnlyList<LineageEdgeAnswer> Edges { get; }

    public PageInfo PageInfo { get; }

    public int TotalCount => _graph.Count;

    public bool Truncated => _graph.Truncated;
}

/// <summary>An edge of lineage.</summary>
[Name("LineageEdge")]
internal sealed class LineageEdgeAnswer(Reading view, LineageStep step, LineageNode to, Cursor cursor)
{
    public string Cursor => cursor.ToString();

    public LineageNodeAnswer Node => new(view, to);

    [Id]
    public string Derived => step.Edge.Derived;

    [Id]
    public string From => step.Edge.From;

    public string Type => step.Edge.Type;

    public string Prov => step.Edge.Prov;

    public long Position => step.Edge.Position;
}
