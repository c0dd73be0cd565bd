using System.Data.Common;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>The columns of <c>article_versions</c> that hold facts, written and read in one order.</summary>
internal static class ArticleColumns
{
    public static readonly IReadOnlyList<string> Names =
    [
        "state", "kind", "language", "template", "latest_revision", "latest_position", "latest_stage", "approved_revision",
        "published_revision", "published_position", "lapses_at", "before_revision", "before_position", "scheduled_revision",
        "scheduled_at", "accountable", "steward_person", "steward_group", "source_path", "source_version", "applies_from",
        "applies_until", "next_review_on", "open_flags", "successor_article", "successor_revision", "successor_position",
        "open_to_all", "classification", "audience", "section_audiences",
    ];

    public static (string, object?)[] Write(ArticleFacts facts, params ReadOnlySpan<(string, object?)> others)
    {
        object?[] values =
        [
            RowJson.Name(facts.State), RowJson.Name(facts.Kind), facts.Language, facts.Template, facts.LatestRevision,
            facts.LatestPosition, RowJson.Name(facts.LatestStage), facts.ApprovedRevision, facts.PublishedRevision,
            facts.PublishedPosition, Micros.From(facts.LapsesAt), facts.BeforeRevision, facts.BeforePosition,
            facts.ScheduledRevision, Micros.From(facts.ScheduledAt), facts.Accountable, facts.StewardPerson, facts.StewardGroup,
            facts.SourcePath, facts.SourceVersion, Micros.From(facts.AppliesFrom), Micros.From(facts.AppliesUntil),
            facts.NextReviewOn is { } day ? Micros.Day(day) : null, facts.OpenFlags, facts.Successor?.Article,
            facts.Successor?.Revision, facts.Successor?.Position, facts.IsOpenToAll ? 1 : 0, RowJson.Write(facts.Classification),
            RowJson.Write(facts.Audience), RowJson.Write(facts.SectionAudiences),
        ];
        var all = new (string, object?)[others.Length + values.Length];
        others.CopyTo(all);
        for (var i = 0; i < values.Length; i++)
            all[others.Length + i] = (Parameters[i], values[i]);
        return all;
    }

    public static ArticleFacts Read(DbDataReader row, int first)
    {
        var state = RowJson.Value<ArticleState>(row.GetString(first));
        return new ArticleFacts
        {
            Ended = state is ArticleState.Retired or ArticleState.Withdrawn ? state : null,
            Kind = RowJson.Value<ArticleKind>(row.GetString(first + 1)),
            Language = row.GetString(first + 2),
            Template = row.TextOrNull(first + 3),
            LatestRevision = row.GetInt32(first + 4),
            LatestPosition = row.GetInt64(first + 5),
            LatestStage = RowJson.Value<ReviewStage>(row.GetString(first + 6)),
            ApprovedRevision = row.IntOrNull(first + 7),
            PublishedRevision = row.IntOrNull(first + 8),
            PublishedPosition = row.LongOrNull(first + 9),
            LapsesAt = row.TimeOrNull(first + 10),
            BeforeRevision = row.IntOrNull(first + 11),
            BeforePosition = row.LongOrNull(first + 12),
            ScheduledRevision = row.IntOrNull(first + 13),
            ScheduledAt = row.TimeOrNull(first + 14),
            Accountable = row.TextOrNull(first + 15),
            StewardPerson = row.TextOrNull(first + 16),
            StewardGroup = row.TextOrNull(first + 17),
            SourcePath = row.TextOrNull(first + 18),
            SourceVersion = row.TextOrNull(first + 19),
            AppliesFrom = row.TimeOrNull(first + 20),
            AppliesUntil = row.TimeOrNull(first + 21),
            NextReviewOn = row.DayOrNull(first + 22),
            OpenFlags = row.GetInt32(first + 23),
            Successor = row.TextOrNull(first + 24) is { } article
                ? new ArticleVersion(article, row.GetInt32(first + 25), row.GetInt64(first + 26)) : null,
            Classification = RowJson.Read<Classification>(row.TextOrNull(first + 28)),
            Audience = RowJson.Read<Audience>(row.TextOrNull(first + 29)),
            SectionAudiences = RowJson.Read<Dictionary<string, Audience>>(row.TextOrNull(first + 30)),
        };
    }

    private static readonly string[] Parameters = [.. Names.Select(n => "@" + n)];
}
