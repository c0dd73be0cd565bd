using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Rows for revisions, the steps taken on them and the paths that they had.</summary>
internal static class ArticleRevisionRows
{
    public static void Write(StreamStep step, KnowledgeArticleState before, KnowledgeArticleState after, ReadModelWriter rows)
    {
        if (after.Latest.Position == step.Position)
            Revision(step, after, rows);
        else if (StepOf(step.Recorded.Event) is var (revision, name, at))
            Step(step, revision, name, at, rows);
        if (after.Source is { Path: var path } && path != before.Source?.Path)
            rows.InsertOnce("article_paths", ("institution", step.Institution), ("path", path), ("born", step.After.FirstPosition));
    }

    private static void Revision(StreamStep step, KnowledgeArticleState article, ReadModelWriter rows)
    {
        var (recorded, by, revision) = (step.Recorded, step.Recorded.Metadata, article.Latest);
        var source = revision.Origin == RevisionOrigin.Imported ? article.Source : null;
        rows.Insert("article_revisions",
            ("position", step.Position), ("born", step.After.FirstPosition), ("number", revision.Number), ("origin", RowJson.Name(revision.Origin)),
            ("valid_from", step.After.ValidFrom), ("occurred_at", Micros.From(recorded.OccurredAt)),
            ("recorded_at", Micros.From(recorded.RecordedAt)), ("person", by.Person.Value), ("on_behalf_of", by.OnBehalfOf?.Value),
            ("institution", by.Institution.Value), ("reason_code", by.ReasonCode), ("commitment", revision.Commitment),
            ("source_path", source?.Path), ("source_version", source?.Version), ("source_time", Micros.From(source?.Time)),
            ("causation_id", by.CausationId));
    }

    private static void Step(StreamStep step, int revision, RevisionStep name, DateTimeOffset? at, ReadModelWriter rows) =>
        rows.Insert("article_revision_steps",
            ("position", step.Position), ("born", step.After.FirstPosition), ("revision", revision), ("step", RowJson.Name(name)),
            ("valid_from", step.After.ValidFrom), ("occurred_at", Micros.From(step.Recorded.OccurredAt)),
            ("recorded_at", Micros.From(step.Recorded.RecordedAt)), ("person", step.Recorded.Metadata.Person.Value),
            ("reason_code", step.Recorded.Metadata.ReasonCode), ("at", Micros.From(at)));

    private static (int Revision, RevisionStep Step, DateTimeOffset? At)? StepOf(Event happened) => happened switch
    {
        SubmittedForReview e => (e.Revision, RevisionStep.SubmittedForReview, null),
        ChangesRequested e => (e.Revision, RevisionStep.ChangesRequested, null),
        Approved e => (e.Revision, RevisionStep.Approved, null),
        PublicationScheduled e => (e.Revision, RevisionStep.PublicationScheduled, e.At),
        PublicationCancelled e => (e.Revision, RevisionStep.PublicationCancelled, null),
        Published e => (e.Revision, RevisionStep.Published, null),
        ProvisionallyPublished e => (e.Revision, RevisionStep.ProvisionallyPublished, e.LapsesAt),
        ProvisionLapsed e => (e.Revision, RevisionStep.ProvisionLapsed, null),
        ReviewedUnchanged e => (e.Revision, RevisionStep.ReviewedUnchanged, null),
        _ => null,
    };
}
