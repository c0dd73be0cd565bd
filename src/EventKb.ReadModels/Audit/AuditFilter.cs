using EventKb.Domain;

namespace EventKb.ReadModels.Audit;

/// <summary>Which entries are asked for; what is null asks nothing.</summary>
public sealed record AuditFilter
{
    /// <summary>Institution whose streams they are.</summary>
    public string? Institution { get; init; }

    /// <summary>Institution for which the person acted.</summary>
    public string? ActingInstitution { get; init; }

    /// <summary>Service that the entry's stream is about at that position.</summary>
    [Identifier]
    public string? Service { get; init; }

    /// <summary>Resource that the entry's stream is about at that position.</summary>
    [Identifier]
    public string? Resource { get; init; }

    /// <summary>Duty in which the person acted, or that the entry is about.</summary>
    public Duty? Duty { get; init; }

    /// <summary>Level of that duty.</summary>
    public Level? Level { get; init; }

    /// <summary>Scope of that duty.</summary>
    public Scope? Scope { get; init; }

    /// <summary>Who acted, or on whose behalf.</summary>
    [Identifier]
    public string? Person { get; init; }

    /// <summary>On whose behalf the person acted.</summary>
    [Identifier]
    public string? OnBehalfOf { get; init; }

    /// <summary>Service or resource whose duty holder answers for the entry's article at that position.</summary>
    [Identifier]
    public string? Accountable { get; init; }

    /// <summary>Person who at the pin holds the duty of the service or resource that answers for the entry's article.</summary>
    [Identifier]
    public string? AccountablePerson { get; init; }

    /// <summary>Stored type, with or without its version.</summary>
    public string? Type { get; init; }

    /// <summary>Category of the stream.</summary>
    public string? Category { get; init; }

    /// <summary>The way it came in.</summary>
    public Via? Via { get; init; }

    /// <summary>The stream.</summary>
    [Identifier]
    public string? Stream { get; init; }

    /// <summary>What the entry is about (the entry's subject).</summary>
    [Identifier]
    public string? Subject { get; init; }

    /// <summary>The stream and what other streams say of it (erasures), in one timeline.</summary>
    [Identifier]
    public string? TrailOf { get; init; }

    /// <summary>
    /// With <see cref="TrailOf"/>: the ownership of the services and resources that answered for the article as well.
    /// </summary>
    public bool? WithOwnership { get; init; }

    /// <summary>
    /// Path of the entry's article in its source at that position, of any source: every event of an imported article that had the path
    /// when it happened, the one that moved it away among them; with a slash at the end, of every article under it.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Command that made it.</summary>
    public string? CommandId { get; init; }

    /// <summary>What caused it.</summary>
    public string? CausationId { get; init; }

    /// <summary>What it belongs to.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Reason from the list.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Became true at this time or later.</summary>
    public DateTimeOffset? OccurredFrom { get; init; }

    /// <summary>Became true before this time.</summary>
    public DateTimeOffset? OccurredUntil { get; init; }

    /// <summary>Recorded at this time or later.</summary>
    public DateTimeOffset? RecordedFrom { get; init; }

    /// <summary>Recorded before this time.</summary>
    public DateTimeOffset? RecordedUntil { get; init; }

    /// <summary>At this position or after.</summary>
    public long? PositionFrom { get; init; }

    /// <summary>At this position or before.</summary>
    public long? PositionTo { get; init; }
}
