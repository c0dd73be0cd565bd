using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.KnowledgeArticles;

public static partial class KnowledgeArticle
{
    private static KnowledgeArticleState Evolve(KnowledgeArticleState state, RecordedEvent recorded) => recorded.Event switch
    {
        Drafted e => Begun(state, recorded, e.Kind, e.Language) with { Template = e.Template },
        Adopted e => Begun(state, recorded, e.Kind, e.Language, RevisionOrigin.Adopted) with
        {
            AdoptedFrom = e.From,
            AdoptedOrigin = e.Origin,
        },
        RevisionImported e => Imported(state, e, recorded),
        RevisionNotImported e => state with { Behind = new(e.SourceVersion, e.Blob, e.Bytes, e.Reason) },
        Revised e => Written(state, e.Revision, RevisionOrigin.Written, recorded),
        SubmittedForReview e => At(state, e.Revision, ReviewStage.InReview, e.FourEyes),
        ChangesRequested e => At(state, e.Revision, ReviewStage.Draft),
        Approved e => IsApproved(state, e, recorded.Metadata.Person),
        PublicationScheduled e => state with { Scheduled = new(e.Revision, e.At) },
        PublicationCancelled => state with { Scheduled = null },
        Published e => InUse(state, e.Revision) with { NextReviewOn = e.NextReviewOn },
        ProvisionallyPublished e => InUse(state, e.Revision) with { Provision = new(e.LapsesAt, state.Approved) },
        ProvisionLapsed e => Lapsed(state, e.Revision),
        ReviewedUnchanged e => state with { NextReviewOn = e.NextReviewOn, Reviewed = new(e.Revision, recorded.OccurredAt) },
        Withdrawn e => Ended(state, new(ArticleState.Withdrawn, e.Instead, BySource: false, recorded.Position)),
        Retired e => Ended(state, new(ArticleState.Retired, e.Successor, IsBySource(state, recorded), recorded.Position)),
        Restored => At(state with { End = null, Approval = null, FirstPublishable = state.Revisions.Count }, state.Revisions.Count,
            ReviewStage.Draft),
        _ => EvolveKeeping(state, recorded),
    };

    private static KnowledgeArticleState EvolveKeeping(KnowledgeArticleState state, RecordedEvent recorded) => recorded.Event switch
    {
        ValidityChanged e => state with { Validity = new(e.From, e.Until) },
        AccountabilitySet e => state with { Accountable = e.Subject },
        StewardSet e => state with { Steward = new(e.Person, e.Group ? recorded.Texts : null) },
        Classified e => state with { Classification = e.Classification },
        AudienceSet e => state with { Audience = e },
        Flagged e => state with { Flags = e.Flag, OpenFlags = state.OpenFlags.With(e.Flag, recorded.Position) },
        FlagResolved e => state with { OpenFlags = state.OpenFlags.Without(e.Flag) },
        Attached e => Contributed(state, recorded.Metadata) with
        {
            Files = Math.Max(state.Files, e.File),
            Attachments = state.Attachments.With(e.File, new(e.Bytes, e.MediaType, e.Revision ?? state.Latest.Number,
                (recorded.Content as ContentSeal.Present)?.BodySha256, recorded.Texts)),
        },
        Detached e => Contributed(state, recorded.Metadata) with { Attachments = state.Attachments.Without(e.File) },
        Related e => state with { Relations = state.Relations.With(new(e.Type, e.Target), e.Revision) },
        Unrelated e => state with { Relations = state.Relations.Without(new(e.Type, e.Target)) },
        Moved e => state with { Source = state.Source! with { Path = e.ToPath } },
        var other => throw Form.Unknown(Category, other),
    };

    private static KnowledgeArticleState Begun(KnowledgeArticleState state, RecordedEvent recorded, ArticleKind kind, string language,
        RevisionOrigin origin = RevisionOrigin.Written) =>
        Written(state, 1, origin, recorded) with { Stream = recorded.Stream.Text, Kind = kind, Language = language };

    private static KnowledgeArticleState Written(KnowledgeArticleState state, int number, RevisionOrigin origin, RecordedEvent recorded)
    {
        var by = recorded.Metadata;
        var written = new ArticleRevision(number, recorded.Position, origin, by.Person, by.OnBehalfOf, recorded.Content);
        // The revision before is no longer the newest, so what is shown of it changes as well.
        return state with
        {
            Revisions = state.Revision(number - 1) is { } before
                ? state.Revisions.With(number - 1, before with { Files = [.. state.Attachments.Keys] }, number, written)
                : state.Revisions.With(number, written),
        };
    }

    /// <summary>Who changes the files has a part in the revision that is being written.</summary>
    private static KnowledgeArticleState Contributed(KnowledgeArticleState state, EventMetadata by)
    {
        var others = new[] { by.Person, by.OnBehalfOf }.OfType<PersonId>().Where(person => !state.Latest.IsBy(person)).ToList();
        var latest = state.Latest with { Others = [.. state.Latest.Others, .. others] };
        return others.Count == 0 ? state : state with { Revisions = state.Revisions.With(latest.Number, latest) };
    }

    private static KnowledgeArticleState Imported(KnowledgeArticleState state, RevisionImported e, RecordedEvent recorded)
    {
        var next = Written(state, e.Revision, RevisionOrigin.Imported, recorded) with
        {
            Stream = recorded.Stream.Text,
            Kind = e.Kind,
            Language = e.Language,
            Source = new(e.SourcePath, e.SourceVersion, e.SourceTime, e.Repository),
            NextReviewOn = e.NextReviewOn,
            Behind = null,
        };
        return state.End is null ? InUse(next, e.Revision) : next;
    }

    private static KnowledgeArticleState At(KnowledgeArticleState state, int number, ReviewStage stage, bool? fourEyes = null) =>
        state.Revisions[number] is var revision
            ? state with { Revisions = state.Revisions.With(number, revision with { Stage = stage, FourEyes = fourEyes ?? revision.FourEyes }) }
            : state;

    /// <summary>Approved while it is in use provisionally: it stays, and nothing is left to lapse.</summary>
    private static KnowledgeArticleState IsApproved(KnowledgeArticleState state, Approved e, PersonId by) =>
        At(state, e.Revision, ReviewStage.Approved) with
        {
            Approval = state.Approval?.Revision > e.Revision ? state.Approval : new(e.Revision, e.Commitment, by),
            Provision = state.Published == e.Revision && state.Provision is { } provision
                ? provision with { IsApproved = true }
                : state.Provision,
        };

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
        Revisions = state.Revisions.With(revision, state.Revisions[revision] with { Lapsed = true }),
    };

    private static bool IsBySource(KnowledgeArticleState state, RecordedEvent recorded) =>
        state.Source is not null && recorded.Metadata.ReasonCode == SourceDeleted;

    private static KnowledgeArticleState Ended(KnowledgeArticleState state, ArticleEnd end) =>
        state with { End = end, Published = null, Provision = null, Scheduled = null };
}
