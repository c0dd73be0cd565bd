namespace EventKb.ReadModels.Lineage;

/// <summary>A walk in breadth: each step asks for the edges of all nodes reached last, at once.</summary>
internal sealed class LineageWalk
{
    private readonly LineageSteps _steps;
    private readonly VersionKey _root;
    private readonly Dictionary<string, LineageNode> _nodes = [];
    private readonly HashSet<LineageEdge> _edges = [];
    private List<VersionKey> _upstream;
    private List<VersionKey> _downstream;
    private bool _truncated;

    public LineageWalk(LineageSteps steps, VersionKey root)
    {
        (_steps, _root, _upstream, _downstream) = (steps, root, [root], [root]);
        Reach(new LineageStep(root, null, null, default!), root.ToString(), 0);
    }

    public bool GoesOn => !_truncated && (_upstream.Count > 0 || _downstream.Count > 0);

    public async Task Step(int depth, LineageDirection direction)
    {
        // Both ways means ancestors and descendants, not the whole web of siblings; each front keeps its own direction.
        _upstream = direction == LineageDirection.Downstream ? [] : Take(await _steps.Upstream(_upstream), depth);
        _downstream = direction == LineageDirection.Upstream ? [] : Take(await _steps.Downstream(_downstream), depth);
    }

    public async Task<LineageGraph> Finish(Viewer viewer)
    {
        var known = await _steps.Known([.. _nodes.Values.Where(n => n.Kind == LineageNodeKind.ArticleVersion)
            .Select(n => new VersionKey(n.Article!, n.Revision!.Value))]);
        var nodes = new Dictionary<string, LineageNode>();
        foreach (var node in _nodes.Values)
            if (node.Kind != LineageNodeKind.ArticleVersion)
                nodes[node.Id] = node;
            else if (known.TryGetValue(node.Id, out var here))
                nodes[node.Id] = node with { Position = here.Moment.Position, Title = here.Title };
            else if (viewer.SeesAll)
                // Not to be found is not the same as not to be seen: only who sees all is told that it exists elsewhere.
                nodes[node.Id] = node with { Kind = LineageNodeKind.External };
        return new LineageGraph(_root.ToString(), [.. nodes.Values.OrderBy(n => n.Depth)],
            [.. _edges.Where(e => nodes.ContainsKey(e.Derived) && nodes.ContainsKey(e.From)).OrderBy(e => e.Position)
                .ThenBy(e => e.Derived, StringComparer.Ordinal)
                .Select(e => e with { Prov = ProvTerms.Of(e.Type, Moment(e.Derived), Moment(e.From)) })],
            _truncated);

        VersionMoment? Moment(string id) => known.TryGetValue(id, out var here) ? here.Moment : null;
    }

    private List<VersionKey> Take(List<LineageStep> steps, int depth)
    {
        var front = new List<VersionKey>();
        foreach (var step in steps)
        {
            var id = step.Source?.Id ?? step.Version.ToString();
            if (Reach(step, id, depth) && step.Source is null)
                front.Add(step.Version);
            if (_nodes.ContainsKey(id))
                _edges.Add(step.Edge);
        }

        return front;
    }

    private bool Reach(LineageStep step, string id, int depth)
    {
        if (_nodes.ContainsKey(id))
            return false;
        if (_nodes.Count >= LineageQueries.MostNodes)
        {
            _truncated = true;
            return false;
        }

        _nodes[id] = step.Source is { } source ? source with { Depth = depth }
            : new LineageNode(id, LineageNodeKind.ArticleVersion, step.Version.Article, step.Version.Revision, step.Position, null, null, depth);
        return true;
    }
}

/// <summary>One edge taken: the version it leads to (or the source), and the edge itself.</summary>
internal sealed record LineageStep(VersionKey Version, long? Position, LineageNode? Source, LineageEdge Edge);
