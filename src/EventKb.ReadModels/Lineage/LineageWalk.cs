namespace EventKb.ReadModels.Lineage;

/// <summary>
/// A walk in one direction, a depth at a time; edges that cost no depth are followed to their end before the next. Each step asks for
/// the edges of all versions reached last, at once.
/// </summary>
internal sealed class LineageWalk(ThingVersion root, LineageSteps steps, bool upstream)
{
    private readonly Dictionary<string, LineageNode> _nodes = [];
    private readonly List<TakenEdge> _edges = [];
    private List<LineageRow> _ahead = [];

    /// <summary>What was reached, each at its least depth.</summary>
    public IEnumerable<LineageNode> Nodes => _nodes.Values;

    /// <summary>Edges between what was reached.</summary>
    public IEnumerable<TakenEdge> Edges => _edges;

    /// <summary>True while edges lead to what was not reached.</summary>
    public bool GoesOn => _ahead.Count > 0;

    /// <summary>Reaches what is at a depth, after all that is nearer.</summary>
    public async Task Go(int depth)
    {
        var (front, ahead) = (depth == 0 ? [Begin()] : Take(_ahead, depth), new List<LineageRow>());
        while (front.Count > 0)
        {
            var found = (await steps.Of(front, upstream)).ToLookup(edge => edge.IsFree || IsReached(edge));
            ahead.AddRange(found[false]);
            front = Take(found[true], depth);
        }

        // What was ahead at first may have been reached since without any depth.
        var near = ahead.ToLookup(IsReached);
        Take(near[true], depth);
        _ahead = [.. near[false]];
    }

    private ThingVersion Begin()
    {
        _nodes[root.ToString()] = new(root.ToString(), LineageNodeKind.External, root.Stream, root.Number, null, null, null, 0);
        return root;
    }

    private List<ThingVersion> Take(IEnumerable<LineageRow> edges, int depth)
    {
        var front = new List<ThingVersion>();
        foreach (var edge in edges)
        {
            if (_nodes.TryAdd(FarId(edge), edge.Node(!upstream, depth)) && (!upstream || edge.Origin is null))
                if ((upstream ? edge.From : edge.Derived) is { } version)
                    front.Add(version);
            _edges.Add(new TakenEdge(edge, depth, upstream));
        }

        return front;
    }

    private bool IsReached(LineageRow edge) => _nodes.ContainsKey(FarId(edge));

    private string FarId(LineageRow edge) => upstream ? edge.FromId : edge.DerivedId;
}

/// <summary>An edge that a walk took, at the depth of the end that is further away.</summary>
internal sealed record TakenEdge(LineageRow Edge, int Depth, bool Upstream)
{
    public LineagePlace Place { get; } = new(Depth, Edge.Position, Edge.Type);
}
