using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.KnowledgeArticles;

namespace EventKb.ReadModels.Lineage;

/// <summary>The edges of many versions in a few statements.</summary>
internal sealed class LineageSteps(ReadSession session, Viewer viewer, Pin pin, LineageBounds bounds)
{
    private const string Flipped = $"('{LineageTypes.Successor}', '{LineageTypes.Instead}')";
    private const string Front = "WITH f(article, revision) AS (SELECT value ->> 'article', value ->> 'revision' FROM json_each(@front))";
    private const int MostAtOnce = 100;
    private const int MostEdges = 2 * LineageQueries.MostNodes;

    public async Task<List<LineageStep>> Upstream(List<VersionKey> front)
    {
        var steps = new List<LineageStep>();
        foreach (var (key, own) in await Revisions(front, "f.revision"))
        {
            if (key.Revision > 1)
                steps.Add(Revision(key, key, key with { Revision = key.Revision - 1 }, own.Moment.Position));
            if (own.Source is { } source)
                steps.Add(new LineageStep(key, default, null, source, Edge($"{key}", source.Id, LineageTypes.ImportedFrom, own.Moment.Position)));
        }

        await Relations(front, "article", "target_article", upstream: true, steps);
        return steps;
    }

    public async Task<List<LineageStep>> Downstream(List<VersionKey> front)
    {
        var steps = new List<LineageStep>();
        foreach (var (key, next) in await Revisions(front, "f.revision + 1"))
        {
            var before = key with { Revision = key.Revision - 1 };
            steps.Add(Revision(before, key, before, next.Moment.Position));
        }


        await Relations(front, "target_article", "article", upstream: false, steps);
        return steps;
    }

    /// <summary>Moment and title of the versions that are here and may be seen.</summary>
    public async Task<Dictionary<string, (VersionMoment Moment, string? Title)>> Known(List<VersionKey> versions) =>
        (await Revisions(versions, "f.revision")).ToDictionary(r => r.Key.ToString(), r => (r.Value.Moment, r.Value.Title));

    private static LineageStep Revision(VersionKey near, VersionKey derived, VersionKey from, long position) =>
        new(near, near == from ? derived : from, null, null, Edge($"{derived}", $"{from}", LineageTypes.RevisionOf, position));

    private async Task<Dictionary<VersionKey, (VersionMoment Moment, string? Title, LineageNode? Source)>> Revisions(
        List<VersionKey> front, string number)
    {
        var found = new Dictionary<VersionKey, (VersionMoment, string?, LineageNode?)>();
        foreach (var part in Fronts(front))
            foreach (var (key, revision) in await session.List(
                $"""
                {Front}
                SELECT a.id, r.number, r.position, x.title, r.source_path, r.source_version, r.institution, r.valid_from
                FROM f JOIN articles a ON a.id = f.article JOIN article_revisions r ON r.born = a.born AND r.number = {number}
                LEFT JOIN texts x ON x.position = r.position
                WHERE r.position <= @p AND r.valid_from <= @t{ArticleQueries.Seen(viewer)}
                """,
                row => (new VersionKey(row.GetString(0), row.GetInt32(1)), (new VersionMoment(row.GetInt64(7), row.GetInt64(2)), row.TextOrNull(3),
                    Source(row.TextOrNull(4), row.TextOrNull(5), row.GetString(6)))),
                pin.With(part)))
                found[key] = revision;
        return found;
    }

    private async Task Relations(List<VersionKey> front, string near, string far, bool upstream, List<LineageStep> into)
    {
        foreach (var part in Fronts(front))
        {
            var found = await session.List(
                $"""
                {Front}
                SELECT {Far(far)}, r.type, r.position, f.article, f.revision FROM f JOIN article_relations r
                    ON r.{near} = f.article AND r.{Number(near)} = f.revision AND r.type NOT IN {Flipped}
                    {(upstream ? "" : "AND r.target_origin IS NULL")}
                WHERE {Conditions.Held(pin, "r")}{ArticleQueries.Seen(viewer, "r")}
                UNION ALL
                SELECT {Far(near)}, r.type, r.position, f.article, f.revision FROM f JOIN article_relations r
                    ON r.{far} = f.article AND r.{Number(far)} = f.revision AND r.type IN {Flipped}
                WHERE {Conditions.Held(pin, "r")}{ArticleQueries.Seen(viewer, "r")}
                ORDER BY 6 LIMIT {MostEdges + 1}
                """,
                row => Related(new VersionKey(row.GetString(0), row.GetInt32(1)), row.LongOrNull(2), row.TextOrNull(3), row.GetString(4),
                    row.GetInt64(5), new VersionKey(row.GetString(6), row.GetInt32(7)), upstream),
                pin.With(part));
            bounds.WasReached |= found.Count > MostEdges;
            into.AddRange(found.Take(MostEdges));
        }

        if (!viewer.SeesAll)
        {
            // Not to be found is not the same as not to be seen: only who sees all is told that it exists elsewhere.
            var seen = await Known([.. into.Where(step => step.Other is null).Select(step => step.Version)]);
            into.RemoveAll(step => step.Other is null && !seen.ContainsKey(step.Far));
        }
    }

    private static LineageStep Related(VersionKey other, long? position, string? origin, string type, long stated, VersionKey near, bool upstream)
    {
        var external = origin is null ? null
            : new LineageNode($"{origin}!{other}", LineageNodeKind.External, other.Article, other.Revision, position, origin, null, 0);
        var far = external?.Id ?? other.ToString();
        return new LineageStep(near, other, position, external, upstream ? Edge($"{near}", far, type, stated) : Edge(far, $"{near}", type, stated));
    }

    private static LineageEdge Edge(string derived, string from, string type, long stated) => new(derived, from, type, ProvTerms.Of(type), stated);

    private static LineageNode? Source(string? path, string? version, string institution) => path is null ? null
        : new LineageNode($"source:{institution}/{path}@{version}", LineageNodeKind.Source, null, null, null, $"{path}@{version}", null, 0);

    private static string Number(string end) => end == "article" ? "revision" : "target_revision";

    private static string Far(string end) => end == "article" ? "r.article, r.revision, NULL, NULL"
        : "r.target_article, r.target_revision, r.target_position, r.target_origin";

    private static IEnumerable<(string, object?)> Fronts(List<VersionKey> front) =>
        front.Chunk(MostAtOnce).Select(part => ("@front", (object?)RowJson.Write(part)));
}
