using EventKb.Domain.KnowledgeArticles;
using GraphQL;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>Where an imported article is in its source.</summary>
internal sealed record SourceInput(string Institution, string Path);

/// <summary>Which articles; everything given must hold.</summary>
[Name("ArticleFilter")]
internal sealed class ArticleFilterInput
{
    public string? Institution { get; set; }

    [Id]
    public string? Service { get; set; }

    [Id]
    public string? Resource { get; set; }

    [Id]
    public string? LifeSituation { get; set; }

    public string? Territory { get; set; }

    public string? ErrorCode { get; set; }

    public string? Keyword { get; set; }

    public int? SupportLevel { get; set; }

    public List<ArticleState>? State { get; set; }

    public ArticleKind? Kind { get; set; }

    public string? Language { get; set; }

    public string? Path { get; set; }

    public string? Steward { get; set; }

    [Id]
    public string? Accountable { get; set; }

    public bool? Flagged { get; set; }

    public bool? Provisional { get; set; }

    public DateOnly? ReviewDueBefore { get; set; }

    public DateTimeOffset? ChangedFrom { get; set; }

    public DateTimeOffset? ChangedBefore { get; set; }

    public long? PositionFrom { get; set; }

    public long? PositionBefore { get; set; }
}
