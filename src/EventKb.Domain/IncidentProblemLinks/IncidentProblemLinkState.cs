namespace EventKb.Domain.IncidentProblemLinks;

/// <summary>A link as last recorded.</summary>
public sealed record IncidentProblemLinkState
{
    /// <summary>Nobody has said anything of it.</summary>
    public static IncidentProblemLinkState Empty { get; } = new();

    /// <summary>The incident and the problem; null before anything was said.</summary>
    public LinkedPair? Pair { get; init; }

    /// <summary>Where it stands.</summary>
    public LinkState? State { get; init; }

    /// <summary>Position of the event that put it there.</summary>
    public long Decided { get; init; }

    /// <summary>The rule that proposed it; null = a person did, or the source says so.</summary>
    public string? Rule { get; init; }

    /// <summary>How sure the rule was.</summary>
    public double? Confidence { get; init; }

    /// <summary>The explanation.</summary>
    public Texts? Texts { get; init; }

    /// <summary>Who proposed it, each time, and for whom.</summary>
    public ValueList<PersonId> Proposers { get; init; } = [];

    internal bool IsBy(PersonId? person) => person is { } one && Proposers.Contains(one);
}
