namespace EventKb.Domain.KnowledgeArticles;

/// <summary>An exact version of an article.</summary>
public sealed record VersionReference(string Field, StreamId Stream, ExactVersion Version) : Reference(Field, Stream)
{
    /// <inheritdoc/>
    public override Wording Named => $"revision {Version.Number} of '{Stream}' at position {Version.Position}";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) =>
        state is KnowledgeArticleState article && article.Revision(Version.Number)?.Position == Version.Position;

    /// <summary>The reference, or null where the version is missing or the article's id is not valid.</summary>
    public static VersionReference? To(string field, ExactVersion? version) =>
        StreamId.Parse(version?.Stream) is { Category: KnowledgeArticle.Category } stream ? new(field, stream, version!) : null;
}
