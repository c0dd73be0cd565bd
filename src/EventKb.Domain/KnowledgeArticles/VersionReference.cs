namespace EventKb.Domain.KnowledgeArticles;

/// <summary>An exact version of an article.</summary>
public sealed record VersionReference(string Field, StreamId Stream, ArticleVersion Version) : Reference(Field, Stream)
{
    /// <inheritdoc/>
    public override Wording Named => $"revision {Version.Revision} of '{Stream}' at position {Version.Position}";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) =>
        state is KnowledgeArticleState article && article.Revision(Version.Revision)?.Position == Version.Position;

    /// <summary>The reference, or null where the version is missing or the article's id is not valid.</summary>
    public static VersionReference? To(string field, ArticleVersion? version) =>
        StreamId.Parse(version?.Article) is { Category: KnowledgeArticle.Category } stream ? new(field, stream, version!) : null;
}
