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
        "scheduled_at", "accountable", "steward_person", "steward_at", "source_path", "source_version", "applies_from",
        "applies_until", "next_review_on", "open_flags", "successor_article", "successor_revision", "successor_position",
        "open_to_all", "classification", "audience", "section_audiences",
    ];

    private static readonly string[] Usual =
    [
        "state", "kind", "language", "latest_revision", "latest_position", "latest_stage", "approved_revision", "published_revision",
        "published_position", "accountable", "source_path", "source_version", "open_flags",
    ];

    private static readonly string[] Rare =
    [
        "template", "lapses_at", "before_revision", "before_position", "scheduled_revision", "scheduled_at", "steward_person",
        "steward_at", "applies_from", "applies_until", "next_review_on", "successor_article", "successor_revision",
        "successor_position", "classification", "audience", "section_audiences",
    ];

    /// <summary>
    /// What <see cref="Read"/> reads, in its order. Every column costs, on every row of every list: the rare facts come in one column
    /// that is null where there are none.
    /// </summary>
    public static readonly string ReadColumns =
        $"{string.Join(", ", Usual.Select(n => "v." + n))}, {PackedColumns.Of([.. Rare.Select(n => "v." + n), StewardGroup])}";

    // A name that can be erased: the row only points at it.
    private const string StewardGroup = "(SELECT s.steward FROM texts s WHERE s.position = v.steward_at)";


    public static (string, object?)[] Write(ArticleFacts facts, params ReadOnlySpan<(string, object?)> others)
    {
        object?[] values =
        [
            RowJson.Name(facts.State), RowJson.Name(facts.Kind), facts.Language, facts.Template, facts.LatestRevision,
            facts.LatestPosition, RowJson.Name(facts.LatestStage), facts.ApprovedRevision, facts.PublishedRevision,
            facts.PublishedPosition, Micros.From(facts.LapsesAt), facts.BeforeRevision, facts.BeforePosition,
            facts.ScheduledRevision, Micros.From(facts.ScheduledAt), facts.Accountable, facts.StewardPerson, facts.StewardAt,
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
        var facts = new ArticleFacts
        {
            Ended = state is ArticleState.Retired or ArticleState.Withdrawn ? state : null,
            Kind = RowJson.Value<ArticleKind>(row.GetString(first + 1)),
            Language = row.GetString(first + 2),
            LatestRevision = row.GetInt32(first + 3),
            LatestPosition = row.GetInt64(first + 4),
            LatestStage = RowJson.Value<ReviewStage>(row.GetString(first + 5)),
            ApprovedRevision = row.IntOrNull(first + 6),
            PublishedRevision = row.IntOrNull(first + 7),
            PublishedPosition = row.LongOrNull(first + 8),
            Accountable = row.TextOrNull(first + 9),
            SourcePath = row.TextOrNull(first + 10),
            SourceVersion = row.TextOrNull(first + 11),
            OpenFlags = row.GetInt32(first + 12),
        };
        return row.TextOrNull(first + 13) is { } rare ? WithRare(facts, new PackedColumns(rare)) : facts;
    }

    private static ArticleFacts WithRare(ArticleFacts facts, PackedColumns rare) => facts with
    {
        Template = rare.Text(0),
        LapsesAt = rare.Time(1),
        BeforeRevision = rare.Int(2),
        BeforePosition = rare.Long(3),
        ScheduledRevision = rare.Int(4),
        ScheduledAt = rare.Time(5),
        StewardPerson = rare.Text(6),
        StewardAt = rare.Long(7),
        AppliesFrom = rare.Time(8),
        AppliesUntil = rare.Time(9),
        NextReviewOn = rare.Day(10),
        Successor = rare.Text(11) is { } article ? new ArticleVersion(article, rare.Int(12)!.Value, rare.Long(13)!.Value) : null,
        Classification = RowJson.Read<Classification>(rare.Text(14)),
        Audience = RowJson.Read<Audience>(rare.Text(15)),
        SectionAudiences = RowJson.Read<Dictionary<string, Audience>>(rare.Text(16)),
        StewardGroup = rare.Text(17),
    };

    private static readonly string[] Parameters = [.. Names.Select(n => "@" + n)];
}
