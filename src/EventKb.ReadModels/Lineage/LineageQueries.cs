using EventKb.ReadModels.KnowledgeArticles;

namespace EventKb.ReadModels.Lineage;

/// <summary>Where knowledge came from and where it went, version by version, as of a pin.</summary>
public static class LineageQueries
{
    /// <summary>Most nodes in one answer.</summary>
    public const int MostNodes = 1_000;

    /// <summary>Most steps from the root.</summary>
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
        var walk = new LineageWalk(new LineageSteps(session, viewer, pin), root);
        for (var step = 1; step <= Math.Clamp(depth, 0, MostDepth) && walk.GoesOn; step++)
            await walk.Step(step, direction);
        return await walk.Finish(viewer);
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
