namespace EventKb.Domain.ServiceRecords;

/// <summary>What the request management system says of a record; null = it says nothing of it.</summary>
public sealed record RecordFacts
{
    /// <summary>State in the system's own words, a tag.</summary>
    public string? State { get; init; }

    /// <summary>How far it is.</summary>
    public RecordPhase Phase { get; init; }

    /// <summary>In which way the service was not as it should be.</summary>
    public Deviation? Deviation { get; init; }

    /// <summary>Service, a stream of the catalogue.</summary>
    [Identifier]
    public string? Service { get; init; }

    /// <summary>Resource, a stream of the catalogue.</summary>
    [Identifier]
    public string? Resource { get; init; }

    /// <summary>Impact, 1 (highest) to 5.</summary>
    public int? Impact { get; init; }

    /// <summary>Urgency, 1 (highest) to 5.</summary>
    public int? Urgency { get; init; }

    /// <summary>Priority, 1 (highest) to 5.</summary>
    public int? Priority { get; init; }

    /// <summary>True for a major incident.</summary>
    public bool? Major { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When the deviation was noticed.</summary>
    public DateTimeOffset? DetectedAt { get; init; }

    /// <summary>When the service was restored.</summary>
    public DateTimeOffset? RestoredAt { get; init; }

    /// <summary>When it was resolved.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Service level target that applies, a tag.</summary>
    public string? ServiceLevelTarget { get; init; }

    /// <summary>True where the target was kept.</summary>
    public bool? ServiceLevelKept { get; init; }

    /// <summary>Support level, 0 to 9.</summary>
    public int? SupportLevel { get; init; }

    /// <summary>How whoever reported it came to support.</summary>
    public SupportChannel? SupportChannel { get; init; }

    /// <summary>Group that works on it, a tag.</summary>
    public string? Group { get; init; }

    /// <summary>Person who works on it.</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>Problem that it belongs to by the system's word, a stream of records.</summary>
    [Identifier]
    public string? Problem { get; init; }

    /// <summary>Change request that caused it.</summary>
    [Identifier]
    public string? CausedByChange { get; init; }

    /// <summary>Change request that resolved it.</summary>
    [Identifier]
    public string? ResolvedByChange { get; init; }

    /// <summary>Record of which it is a part.</summary>
    [Identifier]
    public string? Parent { get; init; }

    /// <summary>Record that it repeats.</summary>
    [Identifier]
    public string? DuplicateOf { get; init; }

    /// <summary>The records that it names.</summary>
    internal IEnumerable<string> Related => new[] { Problem, CausedByChange, ResolvedByChange, Parent, DuplicateOf }.OfType<string>().Distinct();

    /// <summary>The same with times as they are stored.</summary>
    internal RecordFacts InMicroseconds() => this with
    {
        OpenedAt = Micros(OpenedAt),
        DetectedAt = Micros(DetectedAt),
        RestoredAt = Micros(RestoredAt),
        ResolvedAt = Micros(ResolvedAt),
        ClosedAt = Micros(ClosedAt),
    };

    private static DateTimeOffset? Micros(DateTimeOffset? at) => at is { } given ? Instants.Micros(given) : null;
}
