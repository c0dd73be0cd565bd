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
            rows.Execute("INSERT INTO article_paths (institution, path, born) VALUES (@institution, @path, @born) ON CONFLICT DO NOTHING",
                ("@institution", step.Institution), ("@path", path), ("@born", step.After.Born));
    }

    private static void Revision(StreamStep step, KnowledgeArticleState article, ReadModelWriter rows)
    {
        var (recorded, by, revision) = (step.Recorded, step.Recorded.Envelope, article.Latest);
        var source = revision.Origin == RevisionOrigin.Imported ? article.Source : null;
        rows.Execute(
            """
            INSERT INTO article_revisions (position, born, number, origin, valid_from, occurred_at, recorded_at, person, on_behalf_of,
                institution, reason_code, commitment, source_path, source_version, source_time, causation_id)
            VALUES (@position, @born, @number, @origin, @validFrom, @occurredAt, @recordedAt, @person, @onBehalfOf,
                @institution, @reason, @commitment, @path, @sourceVersion, @sourceTime, @causation)
            """,
            ("@position", step.Position), ("@born", step.After.Born), ("@number", revision.Number),
            ("@origin", RowJson.Name(revision.Origin)), ("@validFrom", step.After.ValidFrom),
            ("@occurredAt", Micros.From(recorded.OccurredAt)), ("@recordedAt", Micros.From(recorded.RecordedAt)),
            ("@person", by.Person.Value), ("@onBehalfOf", by.OnBehalfOf?.Value), ("@institution", by.Institution.Value),
            ("@reason", by.ReasonCode), ("@commitment", revision.Commitment), ("@path", source?.Path),
            ("@sourceVersion", source?.Version), ("@sourceTime", Micros.From(source?.Time)), ("@causation", by.CausationId));
    }

    private static void Step(StreamStep step, int revision, RevisionStep name, DateTimeOffset? at, ReadModelWriter rows) => rows.Execute(
        """
        INSERT INTO article_revision_steps (position, born, revision, step, valid_from, occurred_at, recorded_at, person, reason_code, at)
        VALUES (@position, @born, @revision, @step, @validFrom, @occurredAt, @recordedAt, @person, @reason, @at)
        """,
        ("@position", step.Position), ("@born", step.After.Born), ("@revision", revision), ("@step", RowJson.Name(name)),
        ("@validFrom", step.After.ValidFrom), ("@occurredAt", Micros.From(step.Recorded.OccurredAt)),
        ("@recordedAt", Micros.From(step.Recorded.RecordedAt)), ("@person", step.Recorded.Envelope.Person.Value),
        ("@reason", step.Recorded.Envelope.ReasonCode), ("@at", Micros.From(at)));

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
