using System.Collections.Immutable;

namespace EventKb.Domain.Governance;

/// <summary>A control and its findings.</summary>
public sealed record ControlState
{
    /// <summary>Nothing was performed.</summary>
    public static ControlState Empty { get; } = new();

    /// <summary>What was performed; null before it was.</summary>
    public ControlEvent.Performed? Performed { get; init; }

    /// <summary>Digest of its title and summary; null when erased.</summary>
    public string? TextDigest { get; init; }

    /// <summary>Findings in the order they were raised; number n is at n - 1.</summary>
    public ImmutableList<Finding> Findings { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(ControlState? other) =>
        other is not null && Performed == other.Performed && TextDigest == other.TextDigest
        && Structural.Same(Findings, other.Findings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Performed, TextDigest, Findings.Count);
}

/// <summary>Something to be put right, with the digests of what was said when it was raised and when it was closed.</summary>
public sealed record Finding(ControlEvent.FindingRaised Raised, string? TextDigest, bool IsClosed = false,
    string? ClosingDigest = null);
