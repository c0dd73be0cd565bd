using System.Collections.Immutable;

namespace EventKb.Domain.Catalogue;

/// <summary>A catalogue entry as last recorded.</summary>
public sealed record CatalogueEntryState
{
    /// <summary>Nothing was registered.</summary>
    public static CatalogueEntryState Empty { get; } = new();

    /// <summary>The entry's stream id; null before it was registered.</summary>
    public string? Stream { get; init; }

    /// <summary>What was registered; null before it was.</summary>
    public CatalogueEntryEvent.Registered? Registered { get; init; }

    /// <summary>Digest of the name and summary given at registration; null when erased.</summary>
    public string? RegisteredDigest { get; init; }

    /// <summary>Digest of the name and summary last given; null when erased.</summary>
    public string? TextDigest { get; init; }

    /// <summary>First day on which they hold.</summary>
    public DateOnly DescribedFrom { get; init; }

    /// <summary>What it depends on, or did, by stream id.</summary>
    public ImmutableSortedDictionary<string, Dependency> Dependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, Dependency>(StringComparer.Ordinal);

    /// <summary>First day on which it is out of the register; null = still in it.</summary>
    public DateOnly? DiscontinuedFrom { get; init; }

    /// <inheritdoc/>
    public bool Equals(CatalogueEntryState? other) =>
        other is not null && Structural.Same(Dependencies, other.Dependencies)
        && (Stream, Registered, RegisteredDigest, TextDigest)
            == (other.Stream, other.Registered, other.RegisteredDigest, other.TextDigest)
        && (DescribedFrom, DiscontinuedFrom) == (other.DescribedFrom, other.DiscontinuedFrom);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stream, TextDigest, DescribedFrom, Dependencies.Count);
}

/// <summary>The last interval in which an entry depended on another; null = it still does.</summary>
public sealed record Dependency(DateOnly From, DateOnly? Until);
