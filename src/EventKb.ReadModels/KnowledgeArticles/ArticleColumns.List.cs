using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <content>The list.</content>
internal static partial class ArticleColumns
{
    private static Column[] Usual =>
    [
        new("state", s => RowJson.Name(s.Lifecycle), (f, c) => f.State = c.Name<ArticleState>()),
        new("kind", s => RowJson.Name(s.Kind), (f, c) => f.Kind = c.Name<ArticleKind>()),
        new("language", s => s.Language, (f, c) => f.Language = c.Text!),
        new("latest_revision", s => s.Latest.Number, (f, c) => f.LatestRevision = c.Int!.Value),
        new("latest_position", s => s.Latest.Position, (f, c) => f.LatestPosition = c.Long!.Value),
        new("latest_stage", s => RowJson.Name(s.Latest.Stage), (f, c) => f.LatestStage = c.Name<ReviewStage>()),
        new("approved_revision", s => s.Approval?.Revision, (f, c) => f.ApprovedRevision = c.Int),
        new("published_revision", s => s.Published, (f, c) => f.PublishedRevision = c.Int),
        new("published_position", s => PositionOf(s, s.Published), (f, c) => f.PublishedPosition = c.Long),
        new("accountable", s => s.Accountable, (f, c) => f.Accountable = c.Text),
        new("source_path", s => s.Source?.Path, (f, c) => f.SourcePath = c.Text),
        new("source_repository", s => s.Source?.Repository, (f, c) => f.SourceRepository = c.Text),
        new("source_version", s => s.Source?.Version, (f, c) => f.SourceVersion = c.Text),
        new("open_flags", s => s.OpenFlags.Count, (f, c) => f.OpenFlags = c.Int!.Value),
    ];

    private static Column[] Rare =>
    [
        new("in_review_revision", s => s.InReview, (f, c) => f.InReviewRevision = c.Int),
        new("template", s => s.Template, (f, c) => f.Template = c.Text),
        new("behind", s => RowJson.Write(s.Behind), (f, c) => f.Behind = c.Json<SourceGap>()),
        new("lapses_at", s => Micros.From(s.IsProvisional ? s.Provision!.LapsesAt : null), (f, c) => f.LapsesAt = c.Time),
        new("before_revision", s => Before(s), (f, c) => f.BeforeRevision = c.Int),
        new("before_position", s => PositionOf(s, Before(s)), (f, c) => f.BeforePosition = c.Long),
        new("scheduled_revision", s => s.Scheduled?.Revision, (f, c) => f.ScheduledRevision = c.Int),
        new("scheduled_at", s => Micros.From(s.Scheduled?.At), (f, c) => f.ScheduledAt = c.Time),
        new("steward_person", s => s.Steward.Person?.Value, (f, c) => f.StewardPerson = c.Text),
        new("steward_at", s => s.Steward.Group?.At, (f, c) => f.StewardAt = c.Long),
        new("applies_from", s => Micros.From(s.Validity.From), (f, c) => f.AppliesFrom = c.Time),
        new("applies_until", s => Micros.From(s.Validity.Until), (f, c) => f.AppliesUntil = c.Time),
        new("next_review_on", s => s.NextReviewOn is { } day ? Micros.Day(day) : null, (f, c) => f.NextReviewOn = c.Day),
        new("successor", s => RowJson.Write(s.End?.Instead), (f, c) => f.Successor = c.Json<ExactVersion>()),
        new("end_position", s => s.End?.Position, (f, c) => f.EndPosition = c.Long),
        new("classification", s => s.Classification == Unclassified ? null : RowJson.Write(s.Classification),
            (f, c) => f.Classification = c.Json<Classification>()),
        new("audience", s => RowJson.Write(s.Audience?.Audience), (f, c) => f.Audience = c.Json<Audience>()),
        new("section_audiences", s => RowJson.Write(s.Audience?.Sections),
            (f, c) => f.SectionAudiences = c.Json<Dictionary<string, Audience>>()),
    ];

    private static readonly Classification Unclassified = new();

    private static int? Before(KnowledgeArticleState article) => article.IsProvisional ? article.Provision!.Before : null;

    private static long? PositionOf(KnowledgeArticleState article, int? revision) =>
        revision is { } number ? article.Revision(number)?.Position : null;
}
