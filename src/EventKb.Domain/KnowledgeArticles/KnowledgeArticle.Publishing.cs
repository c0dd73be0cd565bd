using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleRejections;

namespace EventKb.Domain.KnowledgeArticles;

/// <content>Into use, out of use, and back.</content>
public static partial class KnowledgeArticle
{
    private static Decision DecideSchedule(KnowledgeArticleState state, SchedulePublication plan, CommandContext context)
    {
        if (CheckPublishable(state, plan.Revision) is { } refused)
            return refused;
        var at = Instants.Micros(plan.At);
        if (Form.Time("at", at) is { } wrong)
            return wrong;
        if (at <= context.Now)
            return Rejection.Invalid("at", "A planned publication must be in the future.");
        if (IsRegular(state, state.Revisions[plan.Revision]))
            return AlreadyPublished(plan.Revision);
        return state.Scheduled == new ScheduledPublication(plan.Revision, at)
            ? Decision.Nothing
            : Decision.Of(new PublicationScheduled(plan.Revision, at));
    }

    private static Decision DecideCancel(KnowledgeArticleState state, CancelPublication cancel) =>
        state.Scheduled?.Revision == cancel.Revision
            ? Decision.Of(new PublicationCancelled(cancel.Revision))
            : NotScheduled;

    private static Decision DecidePublish(KnowledgeArticleState state, Publish publish, CommandContext context)
    {
        if (state.Revision(publish.Revision) is { } revision && IsRegular(state, revision))
            return Decision.Nothing;
        return CheckPublishable(state, publish.Revision)
            ?? CheckDue(state, publish.Revision, context)
            ?? Decision.Of(new Published(publish.Revision, NextReview(state, context)));
    }

    private static Decision DecideProvisional(KnowledgeArticleState state, PublishProvisionally publish, CommandContext context)
    {
        if (state.Revision(publish.Revision) is not { } revision)
            return RevisionNotFound(publish.Revision);
        if (state.Published == revision.Number)
            return state.Provision is null ? AlreadyPublished(revision.Number) : Decision.Nothing;
        if (revision != state.Latest)
            return NotLatest(revision.Number, state.Latest.Number);
        if (revision.IsErased)
            return ContentErased(revision.Number);
        if (revision.Stage == ReviewStage.Approved)
            return AlreadyApproved(revision.Number);
        return revision.Lapsed
            ? ProvisionLapsed(revision.Number)
            : Decision.Of(new ProvisionallyPublished(revision.Number, context.Now.AddHours(context.Rules.ProvisionalHours)));
    }

    /// <summary>An approval ends the deadline; a publication that is no longer provisional has none.</summary>
    private static Decision DecideLapse(KnowledgeArticleState state, LapseProvision lapse, CommandContext context)
    {
        if (state.Revision(lapse.Revision) is not { } revision)
            return RevisionNotFound(lapse.Revision);
        if (state.Provision is not { } provision || state.Published != revision.Number
            || revision.Stage == ReviewStage.Approved)
            return Decision.Nothing;
        return context.Now < provision.LapsesAt
            ? ProvisionRunning(revision.Number, provision.LapsesAt)
            : Decision.Of(new KnowledgeArticleEvent.ProvisionLapsed(revision.Number));
    }

    private static Decision DecideReviewUnchanged(KnowledgeArticleState state, ReviewUnchanged review, CommandContext context)
    {
        if (state.Revision(review.Revision) is not { } revision)
            return RevisionNotFound(review.Revision);
        if (!IsRegular(state, revision))
            return NotPublished;
        if (Form.Day("nextReviewOn", review.NextReviewOn) is { } wrong)
            return wrong;
        return review.NextReviewOn <= Instants.Day(context.OccurredAt)
            ? Rejection.Invalid("nextReviewOn", "The next review must be after this one.")
            : Decision.Of(new ReviewedUnchanged(revision.Number, review.NextReviewOn ?? NextReview(state, context)));
    }

    private static Decision DecideWithdraw(KnowledgeArticleState state, Withdraw withdraw)
    {
        if (state.End?.State == ArticleState.Withdrawn)
            return KnowledgeArticleRejections.Withdrawn;
        if (!state.WasPublished)
            return NeverPublished;
        return Form.Text("insteadText", withdraw.InsteadText, Limits.Comment)
            ?? Form.Version("instead", withdraw.Instead)
            ?? Decision.Of(new KnowledgeArticleEvent.Withdrawn(withdraw.Instead), new Content { Comment = withdraw.InsteadText });
    }

    private static Decision DecideRetire(KnowledgeArticleState state, Retire retire)
    {
        if (state.End is { State: ArticleState.Retired } end && end.Instead == retire.Successor)
            return Decision.Nothing;
        return EndOf(state)
            ?? ArticleInput.OtherVersion("successor", retire.Successor, state.Stream)
            ?? Decision.Of(new KnowledgeArticleEvent.Retired(retire.Successor));
    }

    private static Rejection? CheckPublishable(KnowledgeArticleState state, int number)
    {
        if (state.Revision(number) is not { } revision)
            return RevisionNotFound(number);
        if (revision.IsErased)
            return ContentErased(number);
        if (state.Published > number)
            return Superseded(number, state.Published.Value);
        return revision.Stage == ReviewStage.Approved && number >= state.FirstPublishable ? null : NotApproved(number);
    }

    /// <summary>
    /// The schedule publishes only what is still planned, at its time at the earliest; a person may publish sooner.
    /// </summary>
    private static Rejection? CheckDue(KnowledgeArticleState state, int revision, CommandContext context)
    {
        if (context.Via != Via.Schedule)
            return null;
        if (state.Scheduled is not { } planned || planned.Revision != revision)
            return NotScheduled;
        return context.Now < planned.At ? NotDue(revision, planned.At) : null;
    }

    private static DateOnly? NextReview(KnowledgeArticleState state, CommandContext context) =>
        context.Rules.ReviewDays.TryGetValue(state.Kind.Code(), out var days)
            ? Instants.Day(context.OccurredAt).AddDays(days)
            : null;
}
