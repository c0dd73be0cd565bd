using System.Collections.Immutable;

namespace EventKb.Domain.Governance;

/// <summary>What was laid down, in the order recorded, which is also the order of the days it is in force from.</summary>
public sealed record KnowledgeProcessState
{
    /// <summary>No process was ever adopted.</summary>
    public static KnowledgeProcessState Empty { get; } = new();

    /// <summary>Every adoption, amendment and repeal.</summary>
    public ImmutableList<ProcessStep> Steps { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(KnowledgeProcessState? other) => other is not null && Structural.Same(Steps, other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Count;
}

/// <summary>One change of the rules.</summary>
/// <param name="From">First day on which it holds.</param>
/// <param name="Rules">The rules with their source; null = repealed.</param>
/// <param name="Event">What was laid down.</param>
/// <param name="TextDigest">Digest of the title; null where there is none or it was erased.</param>
public sealed record ProcessStep(DateOnly From, ProcessRules? Rules, KnowledgeProcessEvent Event, string? TextDigest);
