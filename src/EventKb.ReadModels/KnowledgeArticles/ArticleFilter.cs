using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Which articles; what is null does not narrow, everything given must hold.</summary>
public sealed record ArticleFilter
{
    /// <summary>Code of the institution.</summary>
    public string? Institution { get; init; }

    /// <summary>Stream id of a service it is about.</summary>
    [Identifier]
    public string? Service { get; init; }

    /// <summary>Stream id of a resource it is about.</summary>
    [Identifier]
    public string? Resource { get; init; }

    /// <summary>Stream id of a life situation it is about.</summary>
    [Identifier]
    public string? LifeSituation { get; init; }

    /// <summary>Code of a territory it is about.</summary>
    public string? Territory { get; init; }

    /// <summary>Error code it is about.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Keyword it bears.</summary>
    public string? Keyword { get; init; }

    /// <summary>Support level it reaches.</summary>
    public int? SupportLevel { get; init; }

    /// <summary>States, any of them; at most five are looked at.</summary>
    public IReadOnlyList<ArticleState>? State { get; init; }

    /// <summary>Kind of knowledge.</summary>
    public ArticleKind? Kind { get; init; }

    /// <summary>Language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Path of an imported article; everything under it when it ends with a slash.</summary>
    public string? Path { get; init; }

    /// <summary>Person or group that keeps it up.</summary>
    public string? Steward { get; init; }

    /// <summary>Service or resource whose duty holder answers for it.</summary>
    [Identifier]
    public string? Accountable { get; init; }

    /// <summary>True: with open flags; false: without.</summary>
    public bool? Flagged { get; init; }

    /// <summary>True: in use without an approval; false: not so.</summary>
    public bool? Provisional { get; init; }

    /// <summary>True: with a revision that waits for an approval, whatever is in use meanwhile; false: without.</summary>
    public bool? AwaitingReview { get; init; }

    /// <summary>True: with a publication that is planned; false: without.</summary>
    public bool? Scheduled { get; init; }

    /// <summary>True: its validity has ended; false: not so.</summary>
    public bool? Expired { get; init; }

    /// <summary>Words that the title has, in any order and form of letters (Ā = a); parts of words too.</summary>
    public string? Title { get; init; }

    /// <summary>How the path of an imported article begins.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>To be reviewed before this day.</summary>
    public DateOnly? ReviewDueBefore { get; init; }

    /// <summary>Last changed (by occurrence) at this time or later.</summary>
    public DateTimeOffset? ChangedFrom { get; init; }

    /// <summary>Last changed (by occurrence) before this time.</summary>
    public DateTimeOffset? ChangedBefore { get; init; }

    /// <summary>Last changed at this position or later.</summary>
    public long? PositionFrom { get; init; }

    /// <summary>Last changed before this position.</summary>
    public long? PositionBefore { get; init; }
}
