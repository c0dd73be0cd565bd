using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Rows beside an article's versions: revisions and the steps taken on them, paths, tags, attachments, flags.</summary>
internal static class ArticleSideRows
{
    public static void Write(ArticleFacts? before, ArticleStep step, KnowledgeArticleEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        if (happened is Drafted or Revised or RevisionImported or Adopted)
            Revision(step, happened, recorded, rows);
        else if (StepOf(happened) is var (revision, name, at))
            Step(step, revision, name, at, recorded, rows);
        if (step.Facts.SourcePath is { } path && path != before?.SourcePath)
            rows.Execute("INSERT INTO article_paths (institution, path, born) VALUES (@institution, @path, @born) ON CONFLICT DO NOTHING",
                ("@institution", recorded.Stream.Institution.Value), ("@path", path), ("@born", step.Born));
        if (happened is Classified or AudienceSet)
            Tags(before, step, rows);
        Kept(step, happened, recorded, rows);
    }

    private static void Kept(ArticleStep step, KnowledgeArticleEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        switch (happened)
        {
            case Attached file:
                rows.Execute(
                    $"""
                    INSERT INTO article_attachments (position, born, file, bytes, media_type, person, rec_to, valid_from, valid_to)
                    VALUES (@position, @born, @file, @bytes, @mediaType, @person, {Micros.Open}, @validFrom, {Micros.Open})
                    """,
                    ("@position", step.Position), ("@born", step.Born), ("@file", file.File), ("@bytes", file.Bytes),
                    ("@mediaType", file.MediaType), ("@person", recorded.Envelope.Person.Value), ("@validFrom", step.ValidFrom));
                break;
            case Detached file:
                Close("article_attachments", "file = @what", file.File, step, rows);
                break;
            case Flagged flagged:
                rows.Execute(
                    $"""
                    INSERT INTO article_flags (position, born, flag, person, occurred_at, reason_code, rec_to, valid_from, valid_to)
                    VALUES (@position, @born, @flag, @person, @at, @reason, {Micros.Open}, @validFrom, {Micros.Open})
                    """,
                    ("@position", step.Position), ("@born", step.Born), ("@flag", flagged.Flag),
                    ("@person", recorded.Envelope.Person.Value), ("@at", Micros.From(recorded.OccurredAt)),
                    ("@reason", recorded.Envelope.ReasonCode), ("@validFrom", step.ValidFrom));
                break;
            case FlagResolved resolved:
                Close("article_flags", "flag = @what", resolved.Flag, step, rows);
                break;
        }
    }

    internal static void Close(string table, string which, object what, ArticleStep by, ReadModelWriter rows) => rows.Execute(
        $"UPDATE {table} SET rec_to = @recTo, valid_to = @validTo WHERE born = @born AND rec_to = {Micros.Open} AND {which}",
        ("@recTo", by.Position), ("@validTo", by.ValidFrom), ("@born", by.Born), ("@what", what));

    private static void Revision(ArticleStep step, KnowledgeArticleEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        var (by, imported) = (recorded.Envelope, happened as RevisionImported);
        rows.Execute(
            """
            INSERT INTO article_revisions (position, born, number, origin, valid_from, occurred_at, recorded_at, person, on_behalf_of,
                institution, reason_code, commitment, source_path, source_version, source_time, causation_id)
            VALUES (@position, @born, @number, @origin, @validFrom, @occurredAt, @recordedAt, @person, @onBehalfOf,
                @institution, @reason, @commitment, @path, @sourceVersion, @sourceTime, @causation)
            """,
            ("@position", step.Position), ("@born", step.Born), ("@number", step.Facts.LatestRevision),
            ("@origin", RowJson.Name(OriginOf(happened))), ("@validFrom", step.ValidFrom), ("@occurredAt", Micros.From(recorded.OccurredAt)),
            ("@recordedAt", Micros.From(recorded.RecordedAt)), ("@person", by.Person.Value), ("@onBehalfOf", by.OnBehalfOf?.Value),
            ("@institution", by.Institution.Value), ("@reason", by.ReasonCode), ("@commitment", Commitment(recorded.Content)),
            ("@path", imported?.SourcePath), ("@sourceVersion", imported?.SourceVersion), ("@sourceTime", Micros.From(imported?.SourceTime)),
            ("@causation", by.CausationId));
    }

    private static void Step(ArticleStep step, int revision, RevisionStep name, DateTimeOffset? at, Recorded recorded, ReadModelWriter rows) =>
        rows.Execute(
            """
            INSERT INTO article_revision_steps (position, born, revision, step, valid_from, occurred_at, recorded_at, person, reason_code, at)
            VALUES (@position, @born, @revision, @step, @validFrom, @occurredAt, @recordedAt, @person, @reason, @at)
            """,
            ("@position", step.Position), ("@born", step.Born), ("@revision", revision), ("@step", RowJson.Name(name)),
            ("@validFrom", step.ValidFrom), ("@occurredAt", Micros.From(recorded.OccurredAt)),
            ("@recordedAt", Micros.From(recorded.RecordedAt)), ("@person", recorded.Envelope.Person.Value),
            ("@reason", recorded.Envelope.ReasonCode), ("@at", Micros.From(at)));

    private static void Tags(ArticleFacts? before, ArticleStep step, ReadModelWriter rows)
    {
        var (old, now) = (TagsOf(before), TagsOf(step.Facts));
        foreach (var (kind, value) in old.Except(now))
            rows.Execute(
                $"""
                UPDATE article_tags SET rec_to = @recTo, valid_to = @validTo
                WHERE kind = @kind AND value = @value AND born = @born AND rec_to = {Micros.Open}
                """,
                ("@recTo", step.Position), ("@validTo", step.ValidFrom), ("@kind", kind), ("@value", value), ("@born", step.Born));
        foreach (var (kind, value) in now.Except(old))
            rows.Execute(
                $"""
                INSERT INTO article_tags (kind, value, born, rec_from, rec_to, valid_from, valid_to)
                VALUES (@kind, @value, @born, @recFrom, {Micros.Open}, @validFrom, {Micros.Open})
                """,
                ("@kind", kind), ("@value", value), ("@born", step.Born), ("@recFrom", step.Position), ("@validFrom", step.ValidFrom));
    }

    private static HashSet<(string Kind, string Value)> TagsOf(ArticleFacts? facts)
    {
        var about = facts?.Classification ?? new Classification();
        return
        [
            .. about.Services.Select(v => (ArticleTag.Service, v)), .. about.Resources.Select(v => (ArticleTag.Resource, v)),
            .. about.LifeSituations.Select(v => (ArticleTag.LifeSituation, v)), .. about.Territories.Select(v => (ArticleTag.Territory, v)),
            .. about.ErrorCodes.Select(v => (ArticleTag.ErrorCode, v)), .. about.Keywords.Select(v => (ArticleTag.Keyword, v)),
            .. (facts?.Audience?.SupportLevels ?? []).Select(v => (ArticleTag.SupportLevel, v.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    private static RevisionOrigin OriginOf(KnowledgeArticleEvent happened) => happened switch
    {
        RevisionImported => RevisionOrigin.Imported,
        Adopted => RevisionOrigin.Adopted,
        _ => RevisionOrigin.Written,
    };

    private static (int Revision, RevisionStep Step, DateTimeOffset? At)? StepOf(KnowledgeArticleEvent happened) => happened switch
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

    private static string? Commitment(ContentSeal seal) => seal switch
    {
        ContentSeal.Present present => present.Commitment,
        ContentSeal.Erased erased => erased.Commitment,
        _ => null,
    };
}
