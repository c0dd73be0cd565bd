using System.Globalization;

namespace EventKb.ReadModels.Lineage;

/// <summary>Where knowledge came from and where it went, version by version, as of a pin.</summary>
public static class LineageQueries
{
    /// <summary>Most edges in all pages of an answer, which bounds what each page looks at.</summary>
    public const int MostEdges = 25_000;

    /// <summary>Most things between the root and a node.</summary>
    public const int MostDepth = 100;

    /// <summary>
    /// Walks from an exact version (<c>stream@number</c>) or from a thing: upstream from its newest version, downstream from its first, and
    /// gives the edges that stand after a place, nearest first. Null where there is none that the viewer may see.
    /// </summary>
    public static async Task<LineageGraph?> Trace(ReadSession session, Viewer viewer, Pin pin, string of, LineageDirection direction, int depth,
        int first = MostEdges, LineagePlace? after = null, int mostEdges = MostEdges)
    {
        var (stream, asked) = Parse(of);
        if (LineageKinds.Of(stream) is not { } kind || await kind.Latest(session, viewer, pin, stream) is not { } latest || asked > latest)
            return null;
        var root = new ThingVersion(stream, asked ?? (direction == LineageDirection.Downstream ? 1 : latest));
        var steps = new LineageSteps(session, viewer, pin, mostEdges);
        // Both ways means ancestors and descendants, not the whole web of siblings: each walk keeps its own direction.
        List<LineageWalk> walks = [];
        if (direction != LineageDirection.Downstream)
            walks.Add(new LineageWalk(root, steps, upstream: true));
        if (direction != LineageDirection.Upstream)
            walks.Add(new LineageWalk(root, steps, upstream: false));
        for (var step = 0; step <= Math.Clamp(depth, 0, MostDepth); step++)
            foreach (var walk in walks.Where(walk => step == 0 || walk.GoesOn))
                await walk.Go(step);
        return await new LineagePages(root, walks, steps, walks.Any(walk => walk.GoesOn)).Of(first, after);
    }

    private static (string Stream, int? Number) Parse(string of)
    {
        var at = of.LastIndexOf('@');
        return at > 0 && int.TryParse(of.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (of[..at], number) : (of, null);
    }
}
