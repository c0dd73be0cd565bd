using static EventKb.Domain.Sources.KnowledgeSourceEvent;

namespace EventKb.Domain.Sources;

/// <summary>A source as last recorded.</summary>
public sealed record KnowledgeSourceState
{
    /// <summary>Nothing was imported.</summary>
    public static KnowledgeSourceState Empty { get; } = new();

    /// <summary>Its name; null before anything was recorded.</summary>
    public string? Repository { get; init; }

    /// <summary>The last import that was completed; null = none.</summary>
    public Imported? Last { get; init; }

    /// <summary>Position of the event that completed it: the articles as of then are what the source has at its commit. 0 = none.</summary>
    public long ReadUpTo { get; init; }

    /// <summary>Files that could not be taken and have no article, by path.</summary>
    public Keyed<string, FileNotImported> Missing { get; init; } = new();

    /// <summary>The last commit imported.</summary>
    public string? Commit => Last?.Commit;

    /// <summary>Branch, tag or commit that was read.</summary>
    public string? Ref => Last?.Ref;
}
