using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>What holds about an article at one version; texts only by the position that recorded them.</summary>
public sealed class ArticleFacts
{
    /// <summary>What sort of knowledge it holds.</summary>
    public ArticleKind Kind { get; internal set; }

    /// <summary>Language tag.</summary>
    public string Language { get; internal set; } = "";

    /// <summary>Name of the template it was begun with.</summary>
    public string? Template { get; internal set; }

    /// <summary>Number of the newest revision.</summary>
    public int LatestRevision { get; internal set; }

    /// <summary>Position that recorded it.</summary>
    public long LatestPosition { get; internal set; }

    /// <summary>How far the newest revision's review is.</summary>
    public ReviewStage LatestStage { get; internal set; }

    /// <summary>Revision that waits for an approval: the newest, or the one in provisional use.</summary>
    public int? InReviewRevision { get; internal set; }

    /// <summary>Newest revision that was approved.</summary>
    public int? ApprovedRevision { get; internal set; }

    /// <summary>Revision in use, provisionally or not.</summary>
    public int? PublishedRevision { get; internal set; }

    /// <summary>Position that recorded it.</summary>
    public long? PublishedPosition { get; internal set; }

    /// <summary>When the provisional publication lapses; null where the revision in use is no provisional one.</summary>
    public DateTimeOffset? LapsesAt { get; internal set; }

    /// <summary>Revision that is served again when the provisional one lapses.</summary>
    public int? BeforeRevision { get; internal set; }

    /// <summary>Position that recorded it.</summary>
    public long? BeforePosition { get; internal set; }

    /// <summary>Revision whose publication is planned.</summary>
    public int? ScheduledRevision { get; internal set; }

    /// <summary>When it is planned for.</summary>
    public DateTimeOffset? ScheduledAt { get; internal set; }

    /// <summary>Service or resource whose duty holder answers for it; null = a gap.</summary>
    public string? Accountable { get; internal set; }

    /// <summary>Person who keeps it up.</summary>
    public string? StewardPerson { get; internal set; }

    /// <summary>Position that recorded the group that keeps it up.</summary>
    public long? StewardAt { get; internal set; }

    /// <summary>Group that keeps it up; null when erased.</summary>
    public string? StewardGroup { get; internal set; }

    /// <summary>Last path that an imported article had.</summary>
    public string? SourcePath { get; internal set; }

    /// <summary>Name of the source that an imported article is from.</summary>
    public string? SourceRepository { get; internal set; }

    /// <summary>Version of its source that it came from last.</summary>
    public string? SourceVersion { get; internal set; }

    /// <summary>What of its source could not be taken since; null = its text is its source's.</summary>
    public SourceGap? Behind { get; internal set; }

    /// <summary>Beginning of its validity; null = open.</summary>
    public DateTimeOffset? AppliesFrom { get; internal set; }

    /// <summary>End of its validity; null = open.</summary>
    public DateTimeOffset? AppliesUntil { get; internal set; }

    /// <summary>Day by which it is to be reviewed.</summary>
    public DateOnly? NextReviewOn { get; internal set; }

    /// <summary>Flags that nobody has dealt with.</summary>
    public int OpenFlags { get; internal set; }

    /// <summary>Where the article stands.</summary>
    public ArticleState State { get; internal set; }

    /// <summary>What takes its place, or is to be used instead.</summary>
    public ExactVersion? Successor { get; internal set; }

    /// <summary>Position of the event that took it out of use.</summary>
    public long? EndPosition { get; internal set; }

    /// <summary>What it is about.</summary>
    public Classification? Classification { get; internal set; }

    /// <summary>Who may see it; null = nobody has said.</summary>
    public Audience? Audience { get; internal set; }

    /// <summary>Who may see the named sections of it.</summary>
    public IReadOnlyDictionary<string, Audience>? SectionAudiences { get; internal set; }

    /// <summary>True while the revision in use has not been approved by a second person (Nepārbaudīts).</summary>
    public bool IsProvisional => LapsesAt is not null;

    /// <summary>True while the newest revision is not, or not for good, what is in use.</summary>
    public bool HasPending => State is not (ArticleState.Retired or ArticleState.Withdrawn) && (LatestRevision != PublishedRevision || IsProvisional);

    /// <summary>True when its validity has ended by the moment asked about.</summary>
    public bool IsExpired(Pin pin) => AppliesUntil <= pin.Valid;

    /// <summary>As it is served to those who are not served a provisional fix.</summary>
    internal ArticleFacts AsApproved()
    {
        if (IsProvisional)
            (PublishedRevision, PublishedPosition, LapsesAt, BeforeRevision, BeforePosition) = (BeforeRevision, BeforePosition, null, null, null);
        return this;
    }
}
