using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.KnowledgeArticles;

public static partial class KnowledgeArticle
{
    private static KnowledgeArticleState Evolve(KnowledgeArticleState state, Recorded recorded) => recorded.Event switch
    {
        Drafted drafted => WithRevision(state with { Stream = recorded.Stream.Text, Kind = drafted.Kind }, recorded),
        Adopted adopted => WithRevision(state with { Stream = recorded.Stream.Text, Kind = adopted.Kind }, recorded),
        RevisionImported imported => Imported(state, imported, recorded),
        Revised => WithRevision(state, recorded),
        SubmittedForReview submitted => At(state, submitted.Revision, RevisionStage.InReview),
        ChangesRequested asked => At(state, asked.Revision, RevisionStage.Draft),
        Approved approved => At(state, approved.Revision, RevisionStage.Approved),
        PublicationScheduled planned => state with { Scheduled = new(planned.Revision, planned.At) },
        PublicationCancelled => state with { Scheduled = null },
        Published published => InUse(state, published.Revision),
        ProvisionallyPublished fix => InUse(state, fix.Revision) with
        {
            Provision = new(fix.LapsesAt, state.Provision is null ? state.Published : state.Provision.Before),
        },
        ProvisionLapsed lapsed => Lapsed(state, lapsed.Revision),
        ReviewedUnchanged => state,
        Withdrawn withdrawn => Ended(state, new(ArticleState.Withdrawn, withdrawn.Instead, BySource: false)),
        Retired retired => Ended(state, new(ArticleState.Retired, retired.Successor, IsBySource(state, recorded))),
        Restored => At(state with { End = null }, state.Latest.Number, RevisionStage.Draft),
        _ => EvolveKeeping(state, recorded.Event, recorded.Content as ContentSeal.Present),
    };

    private static KnowledgeArticleState EvolveKeeping(KnowledgeArticleState state, Event happened, ContentSeal.Present? texts) =>
        happened switch
        {
            ValidityChanged changed => state with { Validity = new(changed.From, changed.Until) },
            AccountabilitySet set => state with { Accountable = set.Subject },
            StewardSet set => state with { Steward = new(set.Person, set.Group, set.Group ? texts?.TextDigest : null) },
            Classified classified => state with { Classification = classified.Classification },
            AudienceSet set => state with { Audience = set },
            Flagged flagged => state with { Flags = flagged.Flag, OpenFlags = state.OpenFlags.Add(flagged.Flag) },
            FlagResolved resolved => state with { OpenFlags = state.OpenFlags.Remove(resolved.Flag) },
            Attached attached => state with
            {
                Files = Math.Max(state.Files, attached.File),
                Attachments = state.Attachments.SetItem(attached.File, texts?.BodySha256),
            },
            Detached detached => state with { Attachments = state.Attachments.Remove(detached.File) },
            Related related => state with
            {
                Relations = state.Relations.SetItem(new(related.Type, related.Target), related.Revision),
            },
            Unrelated unrelated => state with { Relations = state.Relations.Remove(new(unrelated.Type, unrelated.Target)) },
            Moved moved => state with { SourcePath = moved.ToPath },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} is no event of {Category}."),
        };

    private static KnowledgeArticleState WithRevision(KnowledgeArticleState state, Recorded recorded)
    {
        var (by, number) = (recorded.Envelope, state.Revisions.Count + 1);
        return state with { Revisions = state.Revisions.Add(new(number, by.Person, by.OnBehalfOf, recorded.Content)) };
    }

    private static KnowledgeArticleState Imported(KnowledgeArticleState state, RevisionImported imported, Recorded recorded)
    {
        var next = WithRevision(state, recorded) with
        {
            Stream = recorded.Stream.Text,
            Kind = imported.Kind,
            SourcePath = imported.SourcePath,
        };
        return state.End is null ? InUse(next, imported.Revision) : next;
    }

    private static KnowledgeArticleState At(KnowledgeArticleState state, int revision, RevisionStage stage) =>
        state with { Revisions = state.Revisions.SetItem(revision - 1, state.Revisions[revision - 1] with { Stage = stage }) };

    private static KnowledgeArticleState InUse(KnowledgeArticleState state, int revision) => state with
    {
        Published = revision,
        Provision = null,
        WasPublished = true,
        Scheduled = state.Scheduled?.Revision <= revision ? null : state.Scheduled,
    };

    private static KnowledgeArticleState Lapsed(KnowledgeArticleState state, int revision) => state with
    {
        Published = state.Provision?.Before,
        Provision = null,
        Revisions = state.Revisions.SetItem(revision - 1, state.Revisions[revision - 1] with { Lapsed = true }),
    };

    private static bool IsBySource(KnowledgeArticleState state, Recorded recorded) =>
        state.SourcePath is not null && recorded.Envelope.ReasonCode == SourceDeleted;

    private static KnowledgeArticleState Ended(KnowledgeArticleState state, ArticleEnd end) =>
        state with { End = end, Published = null, Provision = null, Scheduled = null };
}
