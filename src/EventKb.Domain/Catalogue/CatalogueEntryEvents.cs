namespace EventKb.Domain.Catalogue;

/// <summary>
/// A service, resource or life situation as its register has it. Days as in ownership.
/// Stored for ever: change only by adding versions.
/// </summary>
public abstract record CatalogueEntryEvent : Event
{
    private CatalogueEntryEvent() { }

    /// <summary>The entry appeared in the register; content: title (name) and summary.</summary>
    public sealed record Registered(EntryKind Kind, string Code, DateOnly From) : CatalogueEntryEvent;

    /// <summary>The entry reads differently from a day on; content: title (name) and summary, whole.</summary>
    public sealed record Described(DateOnly From) : CatalogueEntryEvent;

    /// <summary>A service depends on a resource, or a life situation needs a service, from a day on.</summary>
    public sealed record DependencyAdded(string On, DateOnly From) : CatalogueEntryEvent;

    /// <summary>A dependency ended.</summary>
    public sealed record DependencyRemoved(string On, DateOnly From) : CatalogueEntryEvent;

    /// <summary>The entry left the register.</summary>
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
