namespace EventKb.ReadModels.Lineage;

/// <summary>Types of edges besides the relations that persons state.</summary>
public static class LineageTypes
{
    /// <summary>A revision of the one before.</summary>
    public const string RevisionOf = "revision-of";

    /// <summary>A revision of the file it was taken from.</summary>
    public const string ImportedFrom = "imported-from";

    /// <summary>The first revision of the version that it adapts.</summary>
    public const string Adopted = "adopted";

    /// <summary>The successor of a retired article.</summary>
    public const string Successor = "successor";

    /// <summary>What to use instead of a withdrawn article.</summary>
    public const string Instead = "instead";
}
