using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A row per version of each article, and its revisions, tags, attachments and flags beside it.</summary>
public sealed class ArticleProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 6;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } =
    [
        "articles", "article_versions", "article_paths", "article_revisions", "article_revision_steps", "article_tags",
        "article_attachments", "article_flags",
    ];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step is not { Before.State: KnowledgeArticleState before, After.State: KnowledgeArticleState after })
            return;
        ArticleQueries.Versions.Write(step, rows, [], ArticleColumns.Write(after));
        ArticleRevisionRows.Write(step, before, after, rows);
        ArticleSideRows.Write(step, before, after, rows);
    }
}
