using System.Collections.Frozen;

namespace EventKb.ReadModels.Lineage;

/// <summary>What an edge says in the terms of W3C PROV-O, here for GraphQL and for the export alike.</summary>
public static class ProvTerms
{
    /// <summary>A newer state of the same text.</summary>
    public const string Revision = "wasRevisionOf";

    /// <summary>Taken from where it was first written down.</summary>
    public const string PrimarySource = "hadPrimarySource";

    /// <summary>Made out of the other.</summary>
    public const string Derivation = "wasDerivedFrom";

    /// <summary>Another form of the same thing; says so in both directions.</summary>
    public const string Alternate = "alternateOf";

    /// <summary>The one had some effect on the other.</summary>
    public const string Influence = "wasInfluencedBy";

    /// <summary>Term of every type of edge.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = LineageKinds.All.SelectMany(kind => kind.Types)
        .DistinctBy(term => term.Key).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Term of an edge between two versions. A relation may be stated of a version that is older than its target, and PROV lets nothing be
    /// derived from what comes after it: such an edge is an influence.
    /// </summary>
    public static string Of(string type, VersionMoment? derived = null, VersionMoment? from = null) =>
        All[type] is var term && term == Derivation && derived is { } one && from is { } other && other.IsAfter(one) ? Influence : term;
}

/// <summary>When a version came to be.</summary>
/// <param name="ValidFrom">From when it holds, in microseconds.</param>
/// <param name="Position">Position that recorded it.</param>
public readonly record struct VersionMoment(long ValidFrom, long Position)
{
    /// <summary>True where the other came to be first.</summary>
    public bool IsAfter(VersionMoment other) => (ValidFrom, Position).CompareTo((other.ValidFrom, other.Position)) > 0;
}
