namespace EventKb.Domain.ServiceRecords;

/// <summary>A record as last recorded.</summary>
public sealed record ServiceRecordState
{
    /// <summary>Nothing is known of it.</summary>
    public static ServiceRecordState Empty { get; } = new();

    /// <summary>Its stream; null before anything was recorded.</summary>
    public StreamId? Stream { get; init; }

    /// <summary>Its kind and number; null before anything was recorded.</summary>
    public ServiceRecordEvent.Registered? Registered { get; init; }

    /// <summary>What is said of it.</summary>
    public RecordFacts Facts { get; init; } = new();

    /// <summary>False while it was only mentioned by others.</summary>
    public bool IsReported { get; init; }

    /// <summary>Last row of the system's trail that was taken; 0 = none.</summary>
    public int Row { get; init; }

    /// <summary>Position of each version, by which others name it exactly.</summary>
    public Keyed<int, long> Positions { get; init; } = new();

    /// <summary>Title, description and caller last given.</summary>
    public Texts? Texts { get; init; }

    /// <summary>Service or resource whose duty holder answers for it, or else the institution, whose portfolio owner does.</summary>
    public string? Accountable => Facts.Service ?? Facts.Resource ?? Stream?.Institution.Value;
}
