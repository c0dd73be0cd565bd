namespace EventKb.Domain.KnowledgeArticles;

/// <summary>What an article is: facts and collections by key; texts only by position and digest.</summary>
public sealed partial record KnowledgeArticleState
{
    /// <summary>No article.</summary>
    public static KnowledgeArticleState Empty { get; } = new();

    /// <summary>The article's stream, known once it exists.</summary>
    public string? Stream { get; init; }

    /// <summary>True once it was drafted, adopted or imported.</summary>
    public bool Exists => Stream is not null;

    /// <summary>What sort of knowledge it holds.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>Language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the template it was begun with.</summary>
    public string? Template { get; init; }

    /// <summary>The version that it was adapted from.</summary>
    public ExactVersion? AdoptedFrom { get; init; }

    /// <summary>Ledger of that version; null = this one.</summary>
    public string? AdoptedOrigin { get; init; }

    /// <summary>Revisions by number, from 1 without a gap.</summary>
    public Keyed<int, ArticleRevision> Revisions { get; init; } = new();

    /// <summary>The newest revision.</summary>
    public ArticleRevision Latest => Revisions[Revisions.Count];

    /// <summary>The last approval of any revision.</summary>
    public Approval? Approval { get; init; }

    /// <summary>First revision whose approval counts: none that was given before the article was last restored does.</summary>
    public int FirstPublishable { get; init; } = 1;

    /// <summary>The one revision in use, provisionally or not.</summary>
    public int? Published { get; init; }

    /// <summary>Set while the revision in use went into use provisionally.</summary>
    public Provision? Provision { get; init; }

    /// <summary>True once any revision was in use.</summary>
    public bool WasPublished { get; init; }

    /// <summary>A publication that is planned.</summary>
    public ScheduledPublication? Scheduled { get; init; }

    /// <summary>Day by which it is to be reviewed.</summary>
    public DateOnly? NextReviewOn { get; init; }

    /// <summary>The last review that changed nothing.</summary>
    public Review? Reviewed { get; init; }

    /// <summary>Retired or Withdrawn, with the successor where one was named.</summary>
    public ArticleEnd? End { get; init; }

    /// <summary>Where an imported article comes from; null for one written here.</summary>
    public ArticleSource? Source { get; init; }

    /// <summary>What of its source could not be taken since; null = its text is its source's.</summary>
    public SourceGap? Behind { get; init; }

    /// <summary>Period in which it applies.</summary>
    public Validity Validity { get; init; } = new(null, null);

    /// <summary>Service or resource whose duty holder answers for it; null = a gap.</summary>
    public string? Accountable { get; init; }

    /// <summary>Who keeps it up.</summary>
    public Steward Steward { get; init; } = Steward.Nobody;

    /// <summary>What it is about.</summary>
    public Classification Classification { get; init; } = new();

    /// <summary>Who may see it and its sections; null = nobody has said.</summary>
    public KnowledgeArticleEvent.AudienceSet? Audience { get; init; }

    /// <summary>Number of the last flag.</summary>
    public int Flags { get; init; }

    /// <summary>Positions of the flags that nobody has dealt with, by number.</summary>
    public Keyed<int, long> OpenFlags { get; init; } = new();

    /// <summary>Highest number that a file had.</summary>
    public int Files { get; init; }

    /// <summary>Attached files by number.</summary>
    public Keyed<int, Attachment> Attachments { get; init; } = new();

    /// <summary>Relations that hold, with the revision that each is stated of.</summary>
    public Keyed<Relation, int> Relations { get; init; } = new();

    /// <summary>Where it stands.</summary>
    public ArticleState Lifecycle => (End, Published) switch
    {
        ({ } end, _) => end.State,
        (null, not null) => ArticleState.Published,
        _ => Latest.Stage == ReviewStage.Draft ? ArticleState.Draft : ArticleState.InReview,
    };

    /// <summary>True while the revision in use has not been approved by a second person.</summary>
    public bool IsProvisional => Provision is { IsApproved: false };

    /// <summary>
    /// The revision that waits for an approval: the newest one, or the one in provisional use while a later one is being written; null = none.
    /// </summary>
    public int? InReview => End is not null ? null
        : Latest.Stage == ReviewStage.InReview ? Latest.Number
        : Provision is not null && Revisions[Published!.Value].Stage == ReviewStage.InReview ? Published : null;

    /// <summary>The approved or imported revision that everyone who may see the article is served; null = none.</summary>
    public int? Approved => IsProvisional ? Provision!.Before : Published;

    /// <summary>A revision by its number, or null.</summary>
    public ArticleRevision? Revision(int number) => Revisions.GetValueOrDefault(number);
}
