using EventKb.Domain;
using EventKb.Domain.ServiceRecords;

namespace EventKb.ReadModels.ServiceRecords;

/// <summary>Which records; what is null does not narrow, everything given must hold.</summary>
public sealed record ServiceRecordFilter
{
    /// <summary>Code of the institution.</summary>
    public string? Institution { get; init; }

    /// <summary>What sort of record it is.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Its number.</summary>
    public string? Number { get; init; }

    /// <summary>State in the system's own words.</summary>
    public string? State { get; init; }

    /// <summary>How far it is.</summary>
    public RecordPhase? Phase { get; init; }

    /// <summary>True: not resolved, closed or cancelled; false: one of these.</summary>
    public bool? Open { get; init; }

    /// <summary>In which way the service was not as it should be.</summary>
    public Deviation? Deviation { get; init; }

    /// <summary>Service that it is about.</summary>
    [Identifier]
    public string? Service { get; init; }

    /// <summary>Resource that it is about.</summary>
    [Identifier]
    public string? Resource { get; init; }

    /// <summary>True: with a service; false: without, so that the portfolio owner answers for it.</summary>
    public bool? Classified { get; init; }

    /// <summary>Group that works on it.</summary>
    public string? Group { get; init; }

    /// <summary>Person who works on it.</summary>
    [Identifier]
    public string? Assignee { get; init; }

    /// <summary>Priority, 1 to 5.</summary>
    public int? Priority { get; init; }

    /// <summary>True: major incidents; false: others.</summary>
    public bool? Major { get; init; }

    /// <summary>Support level.</summary>
    public int? SupportLevel { get; init; }

    /// <summary>How whoever reported it came to support.</summary>
    public SupportChannel? SupportChannel { get; init; }

    /// <summary>Problem that it belongs to by the system's word.</summary>
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

    /// <summary>Opened at this time or later.</summary>
    public DateTimeOffset? OpenedFrom { get; init; }

    /// <summary>Opened before this time.</summary>
    public DateTimeOffset? OpenedBefore { get; init; }

    /// <summary>Service restored at this time or later.</summary>
    public DateTimeOffset? RestoredFrom { get; init; }

    /// <summary>Service restored before this time.</summary>
    public DateTimeOffset? RestoredBefore { get; init; }

    /// <summary>Resolved at this time or later.</summary>
    public DateTimeOffset? ResolvedFrom { get; init; }

    /// <summary>Resolved before this time.</summary>
    public DateTimeOffset? ResolvedBefore { get; init; }

    /// <summary>Closed at this time or later.</summary>
    public DateTimeOffset? ClosedFrom { get; init; }

    /// <summary>Closed before this time.</summary>
    public DateTimeOffset? ClosedBefore { get; init; }
}
