using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A row per version of each article, and its revisions, tags, attachments, flags and relations beside it.</summary>
public sealed class ArticleProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 5;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } =
    [
        "articles", "article_versions", "article_paths", "article_revisions", "article_revision_steps", "article_tags",
        "article_attachments", "article_flags", "article_relations",
    ];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step is not { Before.State: KnowledgeArticleState before, After.State: KnowledgeArticleState after })
            return;
        Add(step, after, rows);
        ArticleRevisionRows.Write(step, before, after, rows);
        ArticleSideRows.Write(step, before, after, rows);
        ArticleRelationRows.Write(step, before, after, rows);
    }

    private static void Add(StreamStep step, KnowledgeArticleState article, ReadModelWriter rows)
    {
        if (step.IsFirst)
            rows.Insert("articles", ("born", step.After.FirstPosition), ("id", step.Stream), ("institution", step.Institution));
        else
            rows.Execute("UPDATE article_versions SET rec_to = @recTo, valid_to = @validTo WHERE position = @position",
                ("@recTo", step.Position), ("@validTo", step.After.ValidFrom), ("@position", step.Before.Position));
        rows.Insert("article_versions", ArticleColumns.Write(article, ("position", step.Position), ("born", step.After.FirstPosition),
            ("version", step.After.Version), ("rec_to", Micros.Open), ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open)));
    }
}
