using EventKb.ReadModels.KnowledgeArticles;

namespace EventKb.ReadModels.Lineage;

/// <summary>Where knowledge came from and where it went, version by version, as of a pin.</summary>
public static class LineageQueries
{
    /// <summary>Most nodes in one answer.</summary>
    public const int MostNodes = 1_000;

    /// <summary>Most articles between the root and a node.</summary>
    public const int MostDepth = 100;

    /// <summary>
    /// Walks from an exact version (<c>article@revision</c>) or from an article: upstream from its newest revision, downstream from
    /// its first. Null where there is none that the viewer may see.
    /// </summary>
    public static async Task<LineageGraph?> Trace(ReadSession session, Viewer viewer, Pin pin, string of, LineageDirection direction, int depth)
    {
        var (id, asked) = Parse(of);
        if (await ArticleQueries.ById(session, viewer, pin, id) is not { } article || asked > article.Facts.LatestRevision)
            return null;
        var root = new VersionKey(id, asked ?? (direction == LineageDirection.Downstream ? 1 : article.Facts.LatestRevision));
        var bounds = new LineageBounds(MostNodes);
        var steps = new LineageSteps(session, viewer, pin, bounds);
        // Both ways means ancestors and descendants, not the whole web of siblings: each walk keeps its own direction.
        List<LineageWalk> walks = [];
        if (direction != LineageDirection.Downstream)
            walks.Add(new LineageWalk(root, steps.Upstream, bounds));
        if (direction != LineageDirection.Upstream)
            walks.Add(new LineageWalk(root, steps.Downstream, bounds));
        for (var step = 0; step <= Math.Clamp(depth, 0, MostDepth) && !bounds.WasReached; step++)
            foreach (var walk in walks.Where(walk => walk.GoesOn))
                await walk.Go(step);
        return await Finish(root, walks, steps, bounds.WasReached || walks.Any(walk => walk.GoesOn));
    }

    private static async Task<LineageGraph> Finish(VersionKey root, List<LineageWalk> walks, LineageSteps steps, bool truncated)
    {
        var nodes = walks.SelectMany(walk => walk.Nodes).GroupBy(node => node.Id).Select(same => same.MinBy(node => node.Depth)!).ToList();
        var known = await steps.Known([.. nodes.Where(n => n.Kind == LineageNodeKind.ArticleVersion)
            .Select(n => new VersionKey(n.Article!, n.Revision!.Value))]);
        return new LineageGraph(root.ToString(), [.. nodes.Select(Node).OrderBy(n => n.Depth)],
            [.. walks.SelectMany(walk => walk.Edges).Distinct().OrderBy(e => e.Position).ThenBy(e => e.Derived, StringComparer.Ordinal)
                .Select(e => e with { Prov = ProvTerms.Of(e.Type, Moment(e.Derived), Moment(e.From)) })],
            truncated);

        LineageNode Node(LineageNode node) => node.Kind != LineageNodeKind.ArticleVersion ? node
            : known.TryGetValue(node.Id, out var here) ? node with { Position = here.Moment.Position, Title = here.Title }
            : node with { Kind = LineageNodeKind.External };

        VersionMoment? Moment(string id) => known.TryGetValue(id, out var here) ? here.Moment : null;
    }

    private static (string Article, int? Revision) Parse(string of)
    {
        var at = of.LastIndexOf('@');
        return at > 0 && int.TryParse(of.AsSpan(at + 1), out var revision) && revision > 0 ? (of[..at], revision) : (of, null);
    }
}

/// <summary>An article's version within a walk.</summary>
internal readonly record struct VersionKey(string Article, int Revision)
{
    public override string ToString() => $"{Article}@{Revision}";
}
