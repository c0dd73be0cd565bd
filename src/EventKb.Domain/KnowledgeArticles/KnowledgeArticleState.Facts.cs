namespace EventKb.Domain.KnowledgeArticles;

/// <summary>One revision: who wrote it, where its texts are and what their digests are, how far its review is.</summary>
public sealed record ArticleRevision(int Number, long Position, RevisionOrigin Origin, PersonId Author, PersonId? OnBehalfOf,
    ContentSeal Seal)
{
    /// <summary>How far its review is.</summary>
    public ReviewStage Stage { get; init; }

    /// <summary>True where the rules under which it was submitted ask for a second person.</summary>
    public bool FourEyes { get; init; } = true;

    /// <summary>Who else has a part in it: those who attached and detached its files, and those they acted for.</summary>
    public ValueList<PersonId> Others { get; init; } = [];

    /// <summary>True once a provisional publication of it ended without an approval.</summary>
    public bool Lapsed { get; init; }

    /// <summary>Numbers of the files that it had when the next one was begun; null while it is the newest.</summary>
    public ValueList<int>? Files { get; init; }

    /// <summary>Its texts; null where it never had any.</summary>
    public Texts? Texts => Seal is ContentSeal.None ? null : new Texts(Position, TextDigest);

    /// <summary>True when they were erased.</summary>
    public bool IsErased => Seal is ContentSeal.Erased;

    /// <summary>Commitment to its texts (hex); null where it has none.</summary>
    public string? Commitment => Seal.CommitmentOrNull;

    /// <summary>Digest of its texts; null where there are none or they were erased.</summary>
    public string? TextDigest => (Seal as ContentSeal.Present)?.TextDigest;

    /// <summary>SHA-256 of its body; null where there is none or it was erased.</summary>
    public string? BodySha256 => (Seal as ContentSeal.Present)?.BodySha256;

    /// <summary>True when the person has a part in it, or it was written in their name.</summary>
    public bool IsBy(PersonId? person) => person is { } one && (Author == one || OnBehalfOf == one || Others.Contains(one));
}

/// <summary>Where a revision's text came from.</summary>
public enum RevisionOrigin
{
    /// <summary>Written here.</summary>
    Written,

    /// <summary>Imported from another knowledge base.</summary>
    Imported,

    /// <summary>Adapted from another institution's version.</summary>
    Adopted,
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

/// <summary>Who approved which revision on what content.</summary>
public sealed record Approval(int Revision, string Commitment, PersonId Person);

/// <summary>A review that changed nothing, and when it took place.</summary>
public sealed record Review(int Revision, DateTimeOffset At);

/// <summary>A provisional publication: when it lapses unless approved, and what is served again then.</summary>
public sealed record Provision(DateTimeOffset LapsesAt, int? Before, bool IsApproved = false);

/// <summary>A revision whose publication is planned for a time.</summary>
public sealed record ScheduledPublication(int Revision, DateTimeOffset At);

/// <summary>How an article left use, and the position of the event; BySource = its file was deleted, so nothing more comes from there.</summary>
public sealed record ArticleEnd(ArticleState State, ExactVersion? Instead, bool BySource, long Position);

/// <summary>The file that an imported article is: its path, the source's version of its newest revision, and the source's name.</summary>
public sealed record ArticleSource(string Path, string Version, DateTimeOffset Time, string? Repository = null);

/// <summary>A version of the source whose text could not be taken, and why (a code).</summary>
public sealed record SourceGap(string Version, string? Blob, long Bytes, string Reason);

/// <summary>Period in which an article applies; null = open.</summary>
public sealed record Validity(DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>A person, or a group by the texts that name it, which may have been erased.</summary>
public sealed record Steward(PersonId? Person, Texts? Group)
{
    /// <summary>Nobody keeps it up.</summary>
    public static Steward Nobody { get; } = new(null, null);

    /// <summary>True when the group's name was erased.</summary>
    public bool IsErased => Group is { Digest: null };

    /// <summary>True when it is this person or this group, by name.</summary>
    public bool Is(PersonId? person, string? group) => Person == person && (Group is not null) == (group is not null)
        && (group is null || Group!.Digest == new Content { Steward = group }.Digests().Text);
}

/// <summary>An attached file, the revision it came with, and where its name and SHA-256 are; the SHA-256 is null where it was erased.</summary>
public sealed record Attachment(long Bytes, string MediaType, int Revision, string? Sha256, Texts? Texts);

/// <summary>A relation to an exact version.</summary>
public sealed record Relation(RelationType Type, ExactVersion Target) : IComparable<Relation>
{
    /// <inheritdoc/>
    public int CompareTo(Relation? other) => other is null ? 1
        : Type != other.Type ? Type.CompareTo(other.Type)
        : string.CompareOrdinal(Target.Stream, other.Target.Stream) is var order and not 0 ? order
        : (Target.Number, Target.Position).CompareTo((other.Target.Number, other.Target.Position));
}
