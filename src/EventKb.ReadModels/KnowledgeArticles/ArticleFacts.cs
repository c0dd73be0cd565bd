using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>What holds about an article at one version; texts only by the position that recorded them.</summary>
public sealed record ArticleFacts
{
    /// <summary>What sort of knowledge it holds.</summary>
    public required ArticleKind Kind { get; init; }

    /// <summary>Language tag.</summary>
    public required string Language { get; init; }

    /// <summary>Name of the template it was begun with.</summary>
    public string? Template { get; init; }

    /// <summary>Number of the newest revision.</summary>
    public int LatestRevision { get; init; } = 1;

    /// <summary>Position that recorded it.</summary>
    public required long LatestPosition { get; init; }

    /// <summary>How far the newest revision's review is.</summary>
    public ReviewStage LatestStage { get; init; }

    /// <summary>Newest revision that was approved.</summary>
    public int? ApprovedRevision { get; init; }

    /// <summary>Revision in use, provisionally or not.</summary>
    public int? PublishedRevision { get; init; }

    /// <summary>Position that recorded it.</summary>
    public long? PublishedPosition { get; init; }

    /// <summary>When the provisional publication lapses; null where the revision in use is no provisional one.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>Revision that is served again when the provisional one lapses.</summary>
    public int? BeforeRevision { get; init; }

    /// <summary>Position that recorded it.</summary>
    public long? BeforePosition { get; init; }

    /// <summary>Revision whose publication is planned.</summary>
    public int? ScheduledRevision { get; init; }

    /// <summary>When it is planned for.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>Service or resource whose duty holder answers for it; null = a gap.</summary>
    public string? Accountable { get; init; }

    /// <summary>Person who keeps it up.</summary>
    public string? StewardPerson { get; init; }

    /// <summary>Position that recorded the group that keeps it up.</summary>
    public long? StewardAt { get; init; }

    /// <summary>Group that keeps it up; null when erased.</summary>
    public string? StewardGroup { get; init; }

    /// <summary>Last path that an imported article had.</summary>
    public string? SourcePath { get; init; }

    /// <summary>Version of its source that it came from last.</summary>
    public string? SourceVersion { get; init; }

    /// <summary>Beginning of its validity; null = open.</summary>
    public DateTimeOffset? AppliesFrom { get; init; }

    /// <summary>End of its validity; null = open.</summary>
    public DateTimeOffset? AppliesUntil { get; init; }

    /// <summary>Day by which it is to be reviewed.</summary>
    public DateOnly? NextReviewOn { get; init; }

    /// <summary>Flags that nobody has dealt with.</summary>
    public int OpenFlags { get; init; }

    /// <summary>Retired or Withdrawn; null while it is neither.</summary>
    public ArticleState? Ended { get; init; }

    /// <summary>What takes its place, or is to be used instead.</summary>
    public ArticleVersion? Successor { get; init; }

    /// <summary>What it is about.</summary>
    public Classification? Classification { get; init; }

    /// <summary>Who may see it; null = nobody has said.</summary>
    public Audience? Audience { get; init; }

    /// <summary>Who may see the named sections of it.</summary>
    public IReadOnlyDictionary<string, Audience>? SectionAudiences { get; init; }

    /// <summary>Where the article stands.</summary>
    public ArticleState State => Ended ?? (PublishedRevision is not null ? ArticleState.Published
        : LatestStage == ReviewStage.Draft ? ArticleState.Draft : ArticleState.InReview);

    /// <summary>True while the revision in use has not been approved by a second person (Nepārbaudīts).</summary>
    public bool IsProvisional => LapsesAt is not null;

    /// <summary>True when everyone may see it: in use, level 0, neither restricted nor provisional.</summary>
    public bool IsOpenToAll => State == ArticleState.Published && !IsProvisional
        && Audience is { RestrictedBasis: null } audience && audience.SupportLevels.Contains(0);

    /// <summary>True when its validity has ended by the moment asked about.</summary>
    public bool IsExpired(Pin pin) => AppliesUntil <= pin.Valid;
}

/// <summary>How far a revision's review is.</summary>
public enum ReviewStage
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Submitted.</summary>
    InReview,

    /// <summary>Approved.</summary>
    Approved,
}
