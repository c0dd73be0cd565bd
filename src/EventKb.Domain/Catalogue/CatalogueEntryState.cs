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

    /// <summary>The name and summary given at registration.</summary>
    public Texts? RegisteredTexts { get; init; }

    /// <summary>The name and summary last given.</summary>
    public Texts? Texts { get; init; }

    /// <summary>First day on which they hold.</summary>
    public DateOnly? DescribedFrom { get; init; }

    /// <summary>What it depends on, or did, by stream id.</summary>
    public Keyed<string, Dependency> Dependencies { get; init; } = new();

    /// <summary>First day on which it is out of the register; null = still in it.</summary>
    public DateOnly? DiscontinuedFrom { get; init; }
}

/// <summary>The last interval in which an entry depended on another; null = it still does.</summary>
public sealed record Dependency(DateOnly From, DateOnly? Until);
