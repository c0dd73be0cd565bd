namespace EventKb.Domain.Catalogue;

/// <summary>
/// A service, resource or life situation as its register has it. Days as in ownership.
/// Stored for ever: change only by adding versions.
/// </summary>
public abstract record CatalogueEntryEvent : Event
{
    private CatalogueEntryEvent() { }

    /// <summary>The entry appeared in the register; content: title (name) and summary.</summary>
    [Stored("catalogue-entry.registered/1")]
    public sealed record Registered(EntryKind Kind, string Code, DateOnly From) : CatalogueEntryEvent;

    /// <summary>The entry reads differently from a day on; content: title (name) and summary, whole.</summary>
    [Stored("catalogue-entry.described/1")]
    public sealed record Described(DateOnly From) : CatalogueEntryEvent;

    /// <summary>A service depends on a resource, or a life situation needs a service, from a day on.</summary>
    [Stored("catalogue-entry.dependency-added/1")]
    public sealed record DependencyAdded(string On, DateOnly From) : CatalogueEntryEvent;

    /// <summary>A dependency ended.</summary>
    [Stored("catalogue-entry.dependency-removed/1")]
    public sealed record DependencyRemoved(string On, DateOnly From) : CatalogueEntryEvent;

    /// <summary>The entry left the register.</summary>
    [Stored("catalogue-entry.discontinued/1")]
    public sealed record Discontinued(DateOnly From) : CatalogueEntryEvent;
}

/// <summary>Register that an entry comes from.</summary>
public enum EntryKind
{
    /// <summary>Pakalpojums.</summary>
    Service,

    /// <summary>Resurss.</summary>
    Resource,

    /// <summary>Dzīves situācija.</summary>
    LifeSituation,
}
