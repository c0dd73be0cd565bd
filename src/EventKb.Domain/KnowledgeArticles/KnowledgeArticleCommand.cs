using EventKb.Domain.Catalogue;
using EventKb.Domain.Persons;
using EventKb.Domain.ServiceRecords;

namespace EventKb.Domain.KnowledgeArticles;

/// <summary>Commands on a knowledge article.</summary>
public abstract partial record KnowledgeArticleCommand : Command
{
    private KnowledgeArticleCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Starts an article; the texts are those of revision 1.</summary>
    public sealed record Draft(ArticleKind Kind, string Language, Content Text, string? Template = null) : KnowledgeArticleCommand(Needs.Rules)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];
    }

    /// <summary>Starts an article as an adaptation of another institution's exact version.</summary>
    public sealed record Adopt(ExactVersion From, string? Origin, ArticleKind Kind, string Language, Content Text)
        : KnowledgeArticleCommand(Needs.Rules)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
        [
            InstitutionReference.To("institution", stream.Institution), Origin is null ? VersionReference.To("from", From) : null,
        ];
    }

    /// <summary>
    /// Starts an article from what a record says at a version: it is derived from that, is about the same, and the same service or resource
    /// answers for it.
    /// </summary>
    public sealed record DraftFromRecord(ExactVersion Record, ArticleKind Kind, string Language, Content Text, Classification Classification)
        : KnowledgeArticleCommand(Needs.Rules)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
        [
            InstitutionReference.To("institution", stream.Institution), RecordVersionReference.To("record", Record),
            .. new Classify(Classification).References(stream),
        ];
    }

    /// <summary>Writes the next revision; the texts are given whole, and may be the same only where its files are to change.</summary>
    public sealed record Revise(Content Text, bool ForFiles = false) : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Sets the period in which the article applies; null = open.</summary>
    public sealed record ChangeValidity(DateTimeOffset? From, DateTimeOffset? Until) : KnowledgeArticleCommand;

    /// <summary>
    /// Names the one service or resource (a catalogue entry's stream) whose duty holder answers for it; null = a gap.
    /// </summary>
    public sealed record SetAccountability([Identifier] string? Subject) : KnowledgeArticleCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
            [EntryReference.To("subject", Subject, EntryKind.Service, EntryKind.Resource)];
    }

    /// <summary>Names the person or the group of the directory that keeps it up; null = nobody.</summary>
    public sealed record SetSteward(PersonId? Person) : KnowledgeArticleCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [PersonReference.ToPersonOrGroup("person", Person)];
    }

    /// <summary>Says what the article is about, whole.</summary>
    public sealed record Classify(Classification Classification) : KnowledgeArticleCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
        [
            .. Classification.Services.Select(id => EntryReference.To("services", id, EntryKind.Service)),
            .. Classification.Resources.Select(id => EntryReference.To("resources", id, EntryKind.Resource)),
            .. Classification.LifeSituations.Select(id => EntryReference.To("lifeSituations", id, EntryKind.LifeSituation)),
        ];
    }

    /// <summary>Says who may see the article, or the named sections of it, whole.</summary>
    public sealed record SetAudience(Audience Audience, ValueMap<Audience>? Sections = null)
        : KnowledgeArticleCommand(Needs.Rules);

    /// <summary>Attaches a stored file by its SHA-256.</summary>
    public sealed record Attach([property: Text] string Sha256, long Bytes, string MediaType, [property: Text] string FileName)
        : KnowledgeArticleCommand;

    /// <summary>Detaches a file.</summary>
    public sealed record Detach([property: Text] string Sha256) : KnowledgeArticleCommand;

    /// <summary>States how a revision of this article relates to an exact version of another, or of a record.</summary>
    public sealed record Relate(int Revision, RelationType Type, ExactVersion Target) : KnowledgeArticleCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
            [VersionReference.To("target", Target), RecordVersionReference.To("target", Target)];
    }

    /// <summary>Takes a relation back.</summary>
    public sealed record Unrelate(RelationType Type, ExactVersion Target) : KnowledgeArticleCommand;

    /// <summary>Flags the article, with a comment; every flag is a new one (a repeat is known by its command id alone).</summary>
    public sealed record Flag([property: Text] string Comment) : KnowledgeArticleCommand;

    /// <summary>Deals with a flag, with a comment.</summary>
    public sealed record ResolveFlag(int Number, [property: Text] string Comment) : KnowledgeArticleCommand;
}
