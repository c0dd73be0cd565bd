namespace EventKb.Domain.KnowledgeArticles;

/// <summary>The version of an article that is in use, provisionally or not.</summary>
public sealed record UsedVersionReference(string Field, StreamId Stream, ExactVersion Version) : Reference(Field, Stream)
{
    /// <inheritdoc/>
    public override Wording Named => $"revision {Version.Number} of '{Stream}' at position {Version.Position}";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) =>
        Revision(state) is { IsErased: false } && state is KnowledgeArticleState { End: null } article && article.Published == Version.Number;

    /// <inheritdoc/>
    public override Rejection Missing(object state) => Revision(state) is null ? base.Missing(state) : new("VERSION_NOT_IN_USE",
        $"'{Field}' names revision {Version.Number} of '{Stream}', which is not in use.",
        "Name the published version of the article, or publish it first.", Field);

    /// <summary>The reference, or null where the version is missing or the article's id is not valid.</summary>
    public static UsedVersionReference? To(string field, ExactVersion? version) =>
        StreamId.Parse(version?.Stream) is { Category: KnowledgeArticle.Category } stream ? new(field, stream, version!) : null;

    private ArticleRevision? Revision(object state) =>
        (state as KnowledgeArticleState)?.Revision(Version.Number) is { } revision && revision.Position == Version.Position ? revision : null;
}
