using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Lineage;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>The edges of lineage that articles state.</summary>
internal static class ArticleEdges
{
    public static void Write(StreamStep step, KnowledgeArticleState before, KnowledgeArticleState after, LineageRows rows)
    {
        if (after.Latest.Position == step.Position)
            Revision(step, after, rows);
        foreach (var relation in after.Relations.ChangedSince(before.Relations))
        {
            if (before.Relations.ContainsKey(relation))
                rows.TakeBack(RowJson.Name(relation.Type), Key(relation.Target), relation.Target.Position);
            if (after.Relations.TryGetValue(relation, out var revision))
                rows.State(RowJson.Name(relation.Type), new(step.Stream, revision), after.Revisions[revision].Position,
                    Key(relation.Target), relation.Target.Position);
        }

        if (before.End != after.End)
            End(step, before, after, rows);
    }

    private static void Revision(StreamStep step, KnowledgeArticleState article, LineageRows rows)
    {
        var latest = article.Latest;
        var own = new ThingVersion(step.Stream, latest.Number);
        if (latest.Number > 1)
            rows.Revision(latest.Number, article.Revisions[latest.Number - 1].Position);
        if (latest.Origin == RevisionOrigin.Imported && article.Source is { } source)
            rows.State(LineageTypes.ImportedFrom, own, step.Position, new SourceFile(
                step.Recorded.Metadata.Institution.Value, source.Path, source.Version, source.Repository));
        if (latest.Number == 1 && article.AdoptedFrom is { } adopted)
            rows.State(LineageTypes.Adopted, own, step.Position, Key(adopted), adopted.Position, article.AdoptedOrigin);
    }

    /// <summary>What an article is replaced by comes after it.</summary>
    private static void End(StreamStep step, KnowledgeArticleState before, KnowledgeArticleState after, LineageRows rows)
    {
        if (before.End is { Instead: { } former })
            rows.TakeBack(TypeOf(before.End), Key(former), former.Position);
        if (after.End is { Instead: { } now })
            rows.State(TypeOf(after.End), Key(now), now.Position, new(step.Stream, after.Latest.Number), after.Latest.Position);
    }

    private static string TypeOf(ArticleEnd end) => end.State == ArticleState.Retired ? LineageTypes.Successor : LineageTypes.Instead;

    private static ThingVersion Key(ExactVersion version) => new(version.Stream, version.Number);
}
