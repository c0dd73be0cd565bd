using EventKb.Domain.KnowledgeArticles;
using EventKb.Server.Attachments;
using EventKb.Server.GraphQL.Mutations;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>What may be sent to an article.</summary>
internal static class ArticleMutations
{
    private static readonly MutationsOf<KnowledgeArticleCommand, ArticlePayload> Article = new(KnowledgeArticle.Category);

    /// <summary>All of them, a line each.</summary>
    public static IReadOnlyList<MutationDefinition> All { get; } =
    [
        Article.Begin<Draft>("draftArticle", KnowledgeArticle.IdFromCommand),
        Article.Begin<Adopt>("adoptArticle", KnowledgeArticle.IdFromCommand),
        FromRecord.Prefilled(Article.Begin<DraftFromRecord>("draftArticleFromRecord", KnowledgeArticle.IdFromCommand)),
        Article.Change<Revise>("reviseArticle"),
        Article.Change<SubmitForReview>("submitArticle"),
        Article.Change<RequestChanges>("requestArticleChanges"),
        Article.Change<Approve>("approveArticle"),
        Article.Change<Publish>("publishArticle"),
        Article.Change<PublishProvisionally>("publishArticleProvisionally"),
        Article.Change<SchedulePublication>("scheduleArticlePublication"),
        Article.Change<CancelPublication>("cancelArticlePublication"),
        Article.Change<ChangeValidity>("changeArticleValidity"),
        Article.Change<ReviewUnchanged>("confirmArticleReview"),
        Article.Change<Flag>("flagArticle"),
        Article.Change<ResolveFlag>("resolveArticleFlag"),
        Article.Change<Withdraw>("withdrawArticle"),
        Article.Change<Retire>("retireArticle"),
        Article.Change<Restore>("restoreArticle"),
        Article.Change<Classify>("classifyArticle"),
        Article.Change<SetAccountability>("setArticleAccountability"),
        Article.Change<SetSteward>("setArticleSteward"),
        Article.Change<SetAudience>("setArticleAudience"),
        StoredFiles.Named(Article.Change<Attach>("attachArticleFile"), nameof(Attach.Bytes), command => ((Attach)command).Sha256),
        Article.Change<Detach>("detachArticleFile"),
        Article.Change<Relate>("relateArticle"),
        Article.Change<Unrelate>("unrelateArticle"),
    ];
}

/// <summary>What became of a command to an article.</summary>
internal sealed class ArticlePayload : CommandPayload
{
    public Task<ArticleNode?> Article() => Changed<ArticleNode>();
}
