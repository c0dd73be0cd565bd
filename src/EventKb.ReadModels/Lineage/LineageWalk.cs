namespace EventKb.ReadModels.Lineage;

/// <summary>
/// A walk in one direction, a depth at a time; edges that cost no depth are followed to their end before the next. Each step asks for
/// the edges of all nodes reached last, at once.
/// </summary>
internal sealed class LineageWalk(VersionKey root, Func<List<VersionKey>, Task<List<LineageStep>>> steps, LineageBounds bounds)
{
    private readonly Dictionary<string, LineageNode> _nodes = [];
    private readonly List<LineageEdge> _edges = [];
    private List<LineageStep> _ahead = [new LineageStep(root, root, null, null, null!)];

    /// <summary>What was reached, each at its least depth.</summary>
    public IEnumerable<LineageNode> Nodes => _nodes.Values;

    /// <summary>Edges between what was reached.</summary>
    public IEnumerable<LineageEdge> Edges => _edges;

    /// <summary>True while edges lead to what was not reached.</summary>
    public bool GoesOn => _ahead.Count > 0;

    /// <summary>Reaches what is one further away.</summary>
    public async Task Go(int depth)
    {
        var (front, ahead) = (Take(_ahead, depth), new List<LineageStep>());
        while (front.Count > 0)
        {
            var found = (await steps(front)).ToLookup(step => step.IsFree || _nodes.ContainsKey(step.Far));
            ahead.AddRange(found[false]);
            front = Take(found[true], depth);
        }

        // What was ahead at first may have been reached since without any depth.
        var near = ahead.ToLookup(step => _nodes.ContainsKey(step.Far));
        Take(near[true], depth);
        _ahead = [.. near[false]];
    }

    private List<VersionKey> Take(IEnumerable<LineageStep> taken, int depth)
    {
        var front = new List<VersionKey>();
        foreach (var step in taken)
        {
            if (!_nodes.ContainsKey(step.Far))
            {
                if (!bounds.Allow())
                    continue;
                _nodes[step.Far] = step.Other is { } other ? other with { Depth = depth } : new LineageNode(
                    step.Far, LineageNodeKind.ArticleVersion, step.Version.Article, step.Version.Revision, step.Position, null, null, depth);
                if (step.Other is null)
                    front.Add(step.Version);
            }

            if (step.Edge is not null)
                _edges.Add(step.Edge);
        }

        return front;
    }
}

/// <summary>How much one answer takes, in whatever direction.</summary>
internal sealed class LineageBounds(int mostNodes)
{
    private int _nodes;

    /// <summary>True when something was left out for it.</summary>
    public bool WasReached { get; set; }

    /// <summary>Whether there is room for another node.</summary>
    public bool Allow()
    {
        WasReached |= _nodes >= mostNodes;
        return _nodes++ < mostNodes;
    }
}

/// <summary>One edge that may be taken.</summary>
/// <param name="Near">The version from which it leads.</param>
/// <param name="Version">The version to which it leads, unless that is another node.</param>
/// <param name="Position">Position of that version.</param>
/// <param name="Other">A source or a version of another ledger, where the walk ends.</param>
/// <param name="Edge">The edge itself.</param>
internal sealed record LineageStep(VersionKey Near, VersionKey Version, long? Position, LineageNode? Other, LineageEdge Edge)
{
    /// <summary>Id of the node to which it leads.</summary>
    public string Far => Other?.Id ?? Version.ToString();

    /// <summary>
    /// Depth counts articles: a neighbouring revision is the same article, and a source is where this very revision was written down.
    /// </summary>
    public bool IsFree => Other is { } other ? other.Kind == LineageNodeKind.Source : Version.Article == Near.Article;
}
