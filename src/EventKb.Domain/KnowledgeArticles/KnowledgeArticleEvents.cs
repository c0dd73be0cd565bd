namespace EventKb.Domain.KnowledgeArticles;

/// <summary>
/// What happens to a knowledge article (Zināšanu datu bāzes raksts). Stored for ever: change only by adding versions.
/// </summary>
public abstract record KnowledgeArticleEvent : Event
{
    private KnowledgeArticleEvent() { }

    /// <summary>A new article was drafted; content: the texts of revision 1.</summary>
    [Stored("knowledge-article.drafted/1")]
    public sealed record Drafted(ArticleKind Kind, string Language, string? Template = null) : KnowledgeArticleEvent;

    /// <summary>The next revision was written; content: its whole texts.</summary>
    [Stored("knowledge-article.revised/1")]
    public sealed record Revised(int Revision) : KnowledgeArticleEvent;

    /// <summary>A revision was submitted for review, to be approved by another person where the rules in force said so.</summary>
    [Stored("knowledge-article.submitted-for-review/2")]
    public sealed record SubmittedForReview(int Revision, bool FourEyes = true) : KnowledgeArticleEvent;

    /// <summary>The reviewer asked for changes; content: comment.</summary>
    [Stored("knowledge-article.changes-requested/1")]
    public sealed record ChangesRequested(int Revision) : KnowledgeArticleEvent;

    /// <summary>
    /// A revision was approved on exactly the content that the commitment (hex) binds, with the files of these numbers (null = none).
    /// </summary>
    [Stored("knowledge-article.approved/2")]
    public sealed record Approved(int Revision, string Commitment, ValueList<int>? Files = null) : KnowledgeArticleEvent;

    /// <summary>Publication of an approved revision was planned.</summary>
    [Stored("knowledge-article.publication-scheduled/1")]
    public sealed record PublicationScheduled(int Revision, DateTimeOffset At) : KnowledgeArticleEvent;

    /// <summary>A planned publication was called off.</summary>
    [Stored("knowledge-article.publication-cancelled/1")]
    public sealed record PublicationCancelled(int Revision) : KnowledgeArticleEvent;

    /// <summary>An approved revision went into use.</summary>
    [Stored("knowledge-article.published/2")]
    public sealed record Published(int Revision, DateOnly? NextReviewOn = null) : KnowledgeArticleEvent;

    /// <summary>A fix went into use without a second person, for support levels 1 and up, until it lapses.</summary>
    [Stored("knowledge-article.provisionally-published/1")]
    public sealed record ProvisionallyPublished(int Revision, DateTimeOffset LapsesAt) : KnowledgeArticleEvent;

    /// <summary>A provisional publication ended without an approval.</summary>
    [Stored("knowledge-article.provision-lapsed/1")]
    public sealed record ProvisionLapsed(int Revision) : KnowledgeArticleEvent;

    /// <summary>
    /// A revision came from another knowledge base and is in use there, and here unless the article is retired or withdrawn here;
    /// content: its texts. Repository = name of the knowledge source.
    /// </summary>
    [Stored("knowledge-article.revision-imported/1")]
    public sealed record RevisionImported(
        int Revision,
        ArticleKind Kind,
        string Language,
        string SourcePath,
        string SourceVersion,
        DateTimeOffset SourceTime,
        DateOnly? NextReviewOn = null,
        string? Repository = null) : KnowledgeArticleEvent;

    /// <summary>
    /// What the source has as of a version could not be taken, for the reason named (a code); blob = git's id of it. The text here is behind
    /// the source until a later one is taken.
    /// </summary>
    [Stored("knowledge-article.revision-not-imported/1")]
    public sealed record RevisionNotImported(string SourcePath, string SourceVersion, string? Blob, long Bytes, string Reason)
        : KnowledgeArticleEvent;

    /// <summary>The period in which the article applies was set; null = open.</summary>
    [Stored("knowledge-article.validity-changed/1")]
    public sealed record ValidityChanged(DateTimeOffset? From, DateTimeOffset? Until) : KnowledgeArticleEvent;

    /// <summary>The published revision was reviewed and stays as it is.</summary>
    [Stored("knowledge-article.reviewed-unchanged/1")]
    public sealed record ReviewedUnchanged(int Revision, DateOnly? NextReviewOn) : KnowledgeArticleEvent;

    /// <summary>Someone flagged the article; content: comment.</summary>
    [Stored("knowledge-article.flagged/1")]
    public sealed record Flagged(int Flag) : KnowledgeArticleEvent;

    /// <summary>A flag was dealt with; content: comment.</summary>
    [Stored("knowledge-article.flag-resolved/1")]
    public sealed record FlagResolved(int Flag) : KnowledgeArticleEvent;

    /// <summary>The article proved harmful and was withdrawn; content: what to do instead.</summary>
    [Stored("knowledge-article.withdrawn/1")]
    public sealed record Withdrawn(ExactVersion? Instead) : KnowledgeArticleEvent;

    /// <summary>The article was taken out of use.</summary>
    [Stored("knowledge-article.retired/1")]
    public sealed record Retired(ExactVersion? Successor) : KnowledgeArticleEvent;

    /// <summary>A retired or withdrawn article came back as a draft of its latest revision.</summary>
    [Stored("knowledge-article.restored/1")]
    public sealed record Restored : KnowledgeArticleEvent;

    /// <summary>The one service or resource whose duty holder answers for it was named; null = a gap.</summary>
    [Stored("knowledge-article.accountability-set/1")]
    public sealed record AccountabilitySet(string? Subject) : KnowledgeArticleEvent;

    /// <summary>
    /// The person or group that keeps it up (uzturētājs) was named; neither = nobody. Content: the group, in the words of those who
    /// name it, for they may name a person there.
    /// </summary>
    [Stored("knowledge-article.steward-set/2")]
    public sealed record StewardSet(PersonId? Person, bool Group) : KnowledgeArticleEvent;

    /// <summary>What the article is about was set, whole.</summary>
    [Stored("knowledge-article.classified/1")]
    public sealed record Classified(Classification Classification) : KnowledgeArticleEvent;

    /// <summary>Who may see the article, or the named sections of it, was set, whole.</summary>
    [Stored("knowledge-article.audience-set/1")]
    public sealed record AudienceSet(Audience Audience, ValueMap<Audience>? Sections = null)
        : KnowledgeArticleEvent;

    /// <summary>
    /// A file was attached under its number in the article, from a revision on (null = the newest then); content: its name and its SHA-256.
    /// </summary>
    [Stored("knowledge-article.attached/3")]
    public sealed record Attached(int File, long Bytes, string MediaType, int? Revision = null) : KnowledgeArticleEvent;

    /// <summary>The file of that number was detached, from a revision on (null = the newest then).</summary>
    [Stored("knowledge-article.detached/3")]
    public sealed record Detached(int File, int? Revision = null) : KnowledgeArticleEvent;

    /// <summary>A relation from a revision of this article to an exact version was stated.</summary>
    [Stored("knowledge-article.related/1")]
    public sealed record Related(int Revision, RelationType Type, ExactVersion Target) : KnowledgeArticleEvent;

    /// <summary>A relation was taken back.</summary>
    [Stored("knowledge-article.unrelated/1")]
    public sealed record Unrelated(RelationType Type, ExactVersion Target) : KnowledgeArticleEvent;

    /// <summary>The article began as an adaptation of another institution's version; content: the texts of revision 1.</summary>
    [Stored("knowledge-article.adopted/1")]
    public sealed record Adopted(ExactVersion From, string? Origin, ArticleKind Kind, string Language) : KnowledgeArticleEvent;

    /// <summary>The imported file's path changed.</summary>
    [Stored("knowledge-article.moved/1")]
    public sealed record Moved(string FromPath, string ToPath) : KnowledgeArticleEvent;
}
