using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>From the facts of one version to those of the next.</summary>
internal static class ArticleFold
{
    /// <param name="before">Facts so far; null before the first event.</param>
    /// <param name="happened">The next event.</param>
    /// <param name="position">Its position.</param>
    /// <param name="positionOf">Position of a revision of this article.</param>
    public static ArticleFacts Next(ArticleFacts? before, KnowledgeArticleEvent happened, long position, Func<int, long> positionOf) =>
        (before, happened) switch
        {
            (null, Drafted e) => new() { Kind = e.Kind, Language = e.Language, Template = e.Template, LatestPosition = position },
            (null, Adopted e) => new() { Kind = e.Kind, Language = e.Language, LatestPosition = position },
            (null, RevisionImported e) => Imported(new() { Kind = e.Kind, Language = e.Language, LatestPosition = position }, e, position),
            (null, _) => throw new InvalidOperationException($"{happened.GetType().Name} cannot be an article's first event."),
            ({ } facts, RevisionImported e) => Imported(facts, e, position),
            ({ } facts, _) => Publishing(facts, happened, position, positionOf) ?? Keeping(facts, happened, position),
        };

    private static ArticleFacts? Publishing(ArticleFacts facts, KnowledgeArticleEvent happened, long position, Func<int, long> positionOf) =>
        happened switch
        {
            Revised e => facts with { LatestRevision = e.Revision, LatestPosition = position, LatestStage = ReviewStage.Draft },
            SubmittedForReview e => Stage(facts, e.Revision, ReviewStage.InReview),
            ChangesRequested e => Stage(facts, e.Revision, ReviewStage.Draft),
            Approved e => Stage(facts, e.Revision, ReviewStage.Approved) with { ApprovedRevision = e.Revision },
            PublicationScheduled e => facts with { ScheduledRevision = e.Revision, ScheduledAt = e.At },
            PublicationCancelled => facts with { ScheduledRevision = null, ScheduledAt = null },
            Published e => InUse(facts, e.Revision, positionOf(e.Revision)) with { NextReviewOn = e.NextReviewOn },
            ProvisionallyPublished e => Provisionally(facts, e, positionOf(e.Revision)),
            ProvisionLapsed => Lapsed(facts),
            Withdrawn e => Ended(facts, ArticleState.Withdrawn, e.Instead),
            Retired e => Ended(facts, ArticleState.Retired, e.Successor),
            Restored => facts with { Ended = null, Successor = null, LatestStage = ReviewStage.Draft },
            _ => null,
        };

    private static ArticleFacts Keeping(ArticleFacts facts, KnowledgeArticleEvent happened, long position) => happened switch
    {
        ValidityChanged e => facts with { AppliesFrom = e.From, AppliesUntil = e.Until },
        ReviewedUnchanged e => facts with { NextReviewOn = e.NextReviewOn },
        Flagged => facts with { OpenFlags = facts.OpenFlags + 1 },
        FlagResolved => facts with { OpenFlags = facts.OpenFlags - 1 },
        AccountabilitySet e => facts with { Accountable = e.Subject },
        StewardSet e => facts with { StewardPerson = e.Person?.Value, StewardAt = e.Group ? position : null },
        Classified e => facts with { Classification = e.Classification },
        AudienceSet e => facts with { Audience = e.Audience, SectionAudiences = e.Sections },
        Moved e => facts with { SourcePath = e.ToPath },
        Attached or Detached or Related or Unrelated => facts,
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no event of an article that exists."),
    };

    private static ArticleFacts Stage(ArticleFacts facts, int revision, ReviewStage stage) =>
        revision == facts.LatestRevision ? facts with { LatestStage = stage } : facts;

    private static ArticleFacts Imported(ArticleFacts facts, RevisionImported e, long position)
    {
        var next = facts with
        {
            Kind = e.Kind,
            Language = e.Language,
            LatestRevision = e.Revision,
            LatestPosition = position,
            LatestStage = ReviewStage.Draft,
            SourcePath = e.SourcePath,
            SourceVersion = e.SourceVersion,
            NextReviewOn = e.NextReviewOn,
        };
        return facts.Ended is null ? InUse(next, e.Revision, position) : next;
    }

    private static ArticleFacts InUse(ArticleFacts facts, int revision, long position)
    {
        var done = facts.ScheduledRevision <= revision;
        return facts with
        {
            PublishedRevision = revision,
            PublishedPosition = position,
            LapsesAt = null,
            BeforeRevision = null,
            BeforePosition = null,
            ScheduledRevision = done ? null : facts.ScheduledRevision,
            ScheduledAt = done ? null : facts.ScheduledAt,
        };
    }

    private static ArticleFacts Provisionally(ArticleFacts facts, ProvisionallyPublished e, long position) =>
        InUse(facts, e.Revision, position) with
        {
            LapsesAt = e.LapsesAt,
            BeforeRevision = facts.IsProvisional ? facts.BeforeRevision : facts.PublishedRevision,
            BeforePosition = facts.IsProvisional ? facts.BeforePosition : facts.PublishedPosition,
        };

    private static ArticleFacts Lapsed(ArticleFacts facts) => facts with
    {
        PublishedRevision = facts.BeforeRevision,
        PublishedPosition = facts.BeforePosition,
        LapsesAt = null,
        BeforeRevision = null,
        BeforePosition = null,
    };

    private static ArticleFacts Ended(ArticleFacts facts, ArticleState state, ArticleVersion? successor) => facts with
    {
        Ended = state,
        Successor = successor,
        PublishedRevision = null,
        PublishedPosition = null,
        LapsesAt = null,
        BeforeRevision = null,
        BeforePosition = null,
        ScheduledRevision = null,
        ScheduledAt = null,
    };
}
