using EventKb.Domain.Catalogue;

namespace EventKb.Domain.KnowledgeArticles;

public abstract partial record KnowledgeArticleCommand
{
    /// <summary>Hands a revision over for review.</summary>
    public sealed record SubmitForReview(int Revision) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Sends a revision in review back to its author.</summary>
    public sealed record RequestChanges(int Revision, [property: Text] string Comment) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>
    /// Approves a revision on exactly the content that the commitment (hex) binds, with the files of these numbers: what the approver read.
    /// </summary>
    public sealed record Approve(int Revision, string Commitment, ValueList<int>? Files = null) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Plans the publication of an approved revision.</summary>
    public sealed record SchedulePublication(int Revision, DateTimeOffset At) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Calls a planned publication off.</summary>
    public sealed record CancelPublication(int Revision) : KnowledgeArticleCommand(Needs.Rules | Needs.Reason);

    /// <summary>Puts an approved revision into use.</summary>
    public sealed record Publish(int Revision) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Puts a fix into use without a second person, for support levels 1 and up, until it lapses.</summary>
    public sealed record PublishProvisionally(int Revision) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Ends a provisional publication whose time is up; what was published before is served again.</summary>
    public sealed record LapseProvision(int Revision) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>
    /// States that the published revision was reviewed and stays; every review is a new one (a repeat is known by its command id
    /// alone).
    /// </summary>
    public sealed record ReviewUnchanged(int Revision, DateOnly? NextReviewOn = null) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Withdraws a harmful article and says what to do instead.</summary>
    public sealed record Withdraw([property: Text] string InsteadText, ExactVersion? Instead = null)
        : KnowledgeArticleCommand(Needs.Rules | Needs.Reason)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [VersionReference.To("instead", Instead)];
    }

    /// <summary>Takes the article out of use.</summary>
    public sealed record Retire(ExactVersion? Successor = null) : KnowledgeArticleCommand(Needs.Rules | Needs.Reason)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [VersionReference.To("successor", Successor)];
    }

    /// <summary>Brings a retired or withdrawn article back as a draft of its latest revision.</summary>
    public sealed record Restore() : KnowledgeArticleCommand(Needs.Rules | Needs.Reason);

    /// <summary>
    /// Mirrors one row of another knowledge base's history: the file's path and texts as of a source version (a commit). The
    /// first makes the article; a new path moves it; a new body is a new revision, in use at once without inventing an approval.
    /// <c>Blob</c> = git's id of the file's bytes, which together with commit and path is all that makes it another command.
    /// <c>SameBody</c> = the source says that the row before had the same body, which an erased one cannot be asked.
    /// </summary>
    public sealed record ImportRevision(
        [property: Derived] ArticleKind Kind,
        [property: Derived] string Language,
        string SourcePath,
        string SourceVersion,
        [property: Derived] DateTimeOffset SourceTime,
        [property: Derived] Content Text,
        [property: Derived] PersonId? StewardPerson = null,
        [property: Derived] string? StewardGroup = null,
        [property: Derived] DateOnly? NextReviewOn = null,
        [property: Derived] bool SameBody = false,
        string? Blob = null,
        [property: Derived] string? Repository = null) : KnowledgeArticleCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];
    }

    /// <summary>Mirrors a row whose text cannot be taken: the file's path, and that the text here is behind its source.</summary>
    public sealed record SkipRevision(string SourcePath, string SourceVersion, string? Blob, long Bytes, string Reason) : KnowledgeArticleCommand;

    /// <summary>
    /// Mirrors the deletion of the file; the context gives the reason <see cref="KnowledgeArticle.SourceDeleted"/>.
    /// </summary>
    public sealed record RetireImported(string SourcePath, string SourceVersion) : KnowledgeArticleCommand(Needs.Reason);
}
