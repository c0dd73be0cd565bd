using EventKb.Domain.KnownErrors;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.KnownErrors;

namespace EventKb.ReadModels.Impact;

/// <summary>Everything and everyone that an article touches at a pin. Until sign-in tells people apart, only the operator is answered.</summary>
public static class ImpactQueries
{
    /// <summary>The article that is meant: itself, or that of the workaround which a known error has or had last; null where there is none.</summary>
    public static async Task<string?> Article(ReadSession session, Viewer viewer, Pin pin, string of)
    {
        if (Domain.StreamId.Parse(of)?.Category != KnownError.Category)
            return (await ArticleQueries.ById(session, viewer, pin, of))?.Id;
        var known = (await KnownErrorQueries.ByIds(session, viewer, pin, [of])).GetValueOrDefault(of);
        return (known?.Workaround ?? known?.Lost?.Workaround)?.Stream;
    }

    /// <summary>
    /// A page of what the article touches, kind by kind, each in the order in which the things came up; <paramref name="after"/> is the last of
    /// the page before.
    /// </summary>
    public static async Task<Page<ImpactRow>> List(ReadSession session, Viewer viewer, Pin pin, string article, IReadOnlyList<ImpactKind>? kinds,
        int first, (ImpactKind Kind, long Position)? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<ImpactRow>();
        var asked = Asked(kinds);
        var rows = new List<ImpactRow>();
        // Kind by kind, so that a page which the first kind fills costs nothing of the others.
        foreach (var kind in asked.Where(kind => after is null || kind >= after.Value.Kind).TakeWhile(_ => rows.Count <= first))
            rows.AddRange(await session.List(
                $"SELECT born, id FROM (SELECT {ImpactSets.Of(pin, kind)}) WHERE born > @after ORDER BY born LIMIT @most",
                row => new ImpactRow(kind, row.GetInt64(0), row.GetString(1)),
                pin.With(("@of", article), ("@after", kind == after?.Kind ? after.Value.Position : 0), ("@most", first + 1 - rows.Count))));
        return Page.Of(rows, first, async () => (await Counts(session, viewer, pin, article, asked)).Sum(count => count.Count));
    }

    /// <summary>How many things of each kind the article touches; kinds without any are there with 0.</summary>
    public static async Task<IReadOnlyList<ImpactCount>> Counts(ReadSession session, Viewer viewer, Pin pin, string article,
        IReadOnlyList<ImpactKind>? kinds = null)
    {
        var asked = Asked(kinds);
        var counted = viewer.SeesAll
            ? (await session.List($"SELECT kind, count(*) FROM ({All(pin, asked)}) GROUP BY kind", row => (Kind: (ImpactKind)row.GetInt32(0),
                Count: row.GetInt64(1)), pin.With(("@of", article)))).ToDictionary(row => row.Kind, row => row.Count)
            : [];
        return [.. asked.Select(kind => new ImpactCount(kind, counted.GetValueOrDefault(kind)))];
    }

    private static List<ImpactKind> Asked(IReadOnlyList<ImpactKind>? kinds) =>
        [.. (kinds is { Count: > 0 } some ? some : Enum.GetValues<ImpactKind>()).Distinct().Order()];

    private static string All(Pin pin, List<ImpactKind> kinds) => string.Join(" UNION ALL ", kinds.Select(kind =>
        $"SELECT {(int)kind} AS kind, {ImpactSets.Of(pin, kind)}"));
}
