using System.Collections.Immutable;

namespace EventKb.Domain.KnowledgeArticles;

/// <summary>What the decider needs to know of an article; texts only as digests.</summary>
internal sealed record KnowledgeArticleState
{
    public static KnowledgeArticleState Initial { get; } = new();

    /// <summary>The article's stream, known once it exists.</summary>
    public string? Stream { get; init; }

    public bool Exists => Stream is not null;

    public ArticleKind Kind { get; init; }

    public ImmutableList<ArticleRevision> Revisions { get; init; } = [];

    public ArticleRevision Latest => Revisions[^1];

    /// <summary>The one revision in use, provisionally or not.</summary>
    public int? Published { get; init; }

    /// <summary>Set while the revision in use is a provisional one.</summary>
    public Provision? Provision { get; init; }

    public bool WasPublished { get; init; }

    public ScheduledPublication? Scheduled { get; init; }

    /// <summary>Retired or Withdrawn, with the successor where one was named.</summary>
    public ArticleEnd? End { get; init; }

    /// <summary>Path of an imported article; null for one written here.</summary>
    public string? SourcePath { get; init; }

    public Validity Validity { get; init; } = new(null, null);

    public string? Accountable { get; init; }

    public Steward Steward { get; init; } = Steward.Nobody;

    public Classification Classification { get; init; } = new();

    public KnowledgeArticleEvent.AudienceSet? Audience { get; init; }

    public int Flags { get; init; }

    public ImmutableSortedSet<int> OpenFlags { get; init; } = [];

    /// <summary>Highest number that a file had.</summary>
    public int Files { get; init; }

    /// <summary>Attached files' SHA-256 by number; null where it was erased.</summary>
    public ImmutableSortedDictionary<int, string?> Attachments { get; init; } = ImmutableSortedDictionary<int, string?>.Empty;

    /// <summary>Relations that hold, with the revision that each is stated of.</summary>
    public ImmutableDictionary<Relation, int> Relations { get; init; } = ImmutableDictionary<Relation, int>.Empty;

    public ArticleState Lifecycle => (End, Published) switch
    {
        ({ } end, _) => end.State,
        (null, not null) => ArticleState.Published,
        _ => Latest.Stage == RevisionStage.Draft ? ArticleState.Draft : ArticleState.InReview,
    };

    public ArticleRevision? Revision(int number) => number >= 1 && number <= Revisions.Count ? Revisions[number - 1] : null;
}

/// <summary>One revision: who wrote it, what its texts' digests are, how far its review is.</summary>
internal sealed record ArticleRevision(int Number, PersonId Author, PersonId? OnBehalfOf, ContentSeal Seal)
{
    public RevisionStage Stage { get; init; }

    /// <summary>True once a provisional publication of it ended without an approval.</summary>
    public bool Lapsed { get; init; }

    public bool IsErased => Seal is ContentSeal.Erased;

    public string? Commitment => Seal switch
    {
        ContentSeal.Present present => present.Commitment,
        ContentSeal.Erased erased => erased.Commitment,
        _ => null,
    };

    public string? TextDigest => (Seal as ContentSeal.Present)?.TextDigest;

    public string? BodySha256 => (Seal as ContentSeal.Present)?.BodySha256;

    /// <summary>True when the person wrote it, or it was written in their name.</summary>
    public bool IsBy(PersonId? person) => person is not null && (Author == person || OnBehalfOf == person);
}

internal enum RevisionStage
{
    Draft,
    InReview,
    Approved,
}

/// <summary>A provisional publication: when it lapses, and what is served again then.</summary>
internal sealed record Provision(DateTimeOffset LapsesAt, int? Before);

internal sealed record ScheduledPublication(int Revision, DateTimeOffset At);

/// <summary>How an article left use; BySource = its file was deleted, so nothing more comes from there.</summary>
internal sealed record ArticleEnd(ArticleState State, ArticleVersion? Instead, bool BySource);

internal sealed record Validity(DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>Who keeps it up: a person, or a group by the digest of its name, which is null where the name was erased.</summary>
internal sealed record Steward(PersonId? Person, bool Group, string? GroupDigest)
{
    public static Steward Nobody { get; } = new(null, false, null);

    public bool IsErased => Group && GroupDigest is null;

    public static Steward Of(PersonId? person, string? group) =>
        new(person, group is not null, group is null ? null : new Content { Steward = group }.Digests().Text);
}

internal sealed record Relation(RelationType Type, ArticleVersion Target);
