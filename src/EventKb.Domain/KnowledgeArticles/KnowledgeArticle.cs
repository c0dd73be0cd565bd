using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Domain.KnowledgeArticles;

/// <summary>Knowledge article (Zināšanu datu bāzes raksts): its category, the ids of its streams and its decider.</summary>
public static partial class KnowledgeArticle
{
    /// <summary>Second part of an article's stream id; stored for ever.</summary>
    public const string Category = "knowledge-article";

    /// <summary>Reason code of an article whose file was deleted in its source.</summary>
    public const string SourceDeleted = "source-deleted";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<KnowledgeArticleState, KnowledgeArticleCommand> Decider { get; } =
        new(Category, KnowledgeArticleState.Empty, Decide, Evolve, KnowledgeArticleFields.Map);

    /// <summary>True for a BCP 47 code, as an article's language is given.</summary>
    public static bool IsLanguage(string text) => ArticleInput.Language(text) is null;

    /// <summary>Stream of the article that a command drafts or adopts.</summary>
    public static StreamId IdFromCommand(InstitutionCode institution, CommandId command) =>
        new(institution, Category, DerivedId.From(Category, command.Value));

    /// <summary>Stream of the article whose file a commit of the first-parent line created at a path.</summary>
    public static StreamId IdFromGit(InstitutionCode institution, string commit, string path) =>
        new(institution, Category, DerivedId.From("git", institution.Value, commit, path));

    private static Decision Decide(KnowledgeArticleState state, KnowledgeArticleCommand command, CommandContext context) =>
        CheckExistence(state, command) ?? CheckInUse(state, command) ?? command switch
        {
            Draft draft => DecideDraft(draft, context),
            Adopt adopt => DecideAdopt(adopt, context),
            DraftFromRecord draft => DecideDraftFromRecord(draft, context),
            Revise revise => DecideRevise(state, revise, context),
            SubmitForReview submit => DecideSubmit(state, submit, context),
            RequestChanges ask => DecideRequestChanges(state, ask),
            Approve approve => DecideApprove(state, approve, context),
            SchedulePublication plan => DecideSchedule(state, plan, context),
            CancelPublication cancel => DecideCancel(state, cancel),
            Publish publish => DecidePublish(state, publish, context),
            PublishProvisionally publish => DecideProvisional(state, publish, context),
            LapseProvision lapse => DecideLapse(state, lapse, context),
            ReviewUnchanged review => DecideReviewUnchanged(state, review, context),
            Withdraw withdraw => DecideWithdraw(state, withdraw),
            Retire retire => DecideRetire(state, retire),
            Restore when state.End is null => KnowledgeArticleRejections.NotEnded,
            Restore => Decision.Of(new KnowledgeArticleEvent.Restored()),
            ImportRevision import => DecideImport(state, import),
            SkipRevision skip => DecideSkip(state, skip),
            RetireImported retire => DecideRetireImported(state, retire),
            _ => DecideKeeping(state, command, context),
        };

    private static Rejection? CheckExistence(KnowledgeArticleState state, KnowledgeArticleCommand command) => command switch
    {
        ImportRevision => state.Exists && state.Source is null ? KnowledgeArticleRejections.NotImported : null,
        Draft or Adopt or DraftFromRecord => state.Exists ? KnowledgeArticleRejections.AlreadyExists : null,
        _ => state.Exists ? null : KnowledgeArticleRejections.NotFound,
    };

    /// <summary>What may still be done to an article that is retired or withdrawn; the rest needs it restored first.</summary>
    private static Rejection? CheckInUse(KnowledgeArticleState state, KnowledgeArticleCommand command) => command switch
    {
        Restore or Retire or Withdraw or LapseProvision or ImportRevision or SkipRevision or RetireImported => null,
        SetAudience or SetAccountability or SetSteward or ResolveFlag or Unrelate => null,
        _ => EndOf(state),
    };

    private static Rejection? EndOf(KnowledgeArticleState state) => state.End?.State switch
    {
        null => null,
        ArticleState.Withdrawn => KnowledgeArticleRejections.Withdrawn,
        _ => KnowledgeArticleRejections.Retired,
    };
}
