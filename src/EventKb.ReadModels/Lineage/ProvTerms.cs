using System.Collections.Frozen;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;

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
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [LineageTypes.RevisionOf] = Revision,
        [LineageTypes.ImportedFrom] = PrimarySource,
        [LineageTypes.Adopted] = Derivation,
        [LineageTypes.Successor] = Influence,
        [LineageTypes.Instead] = Influence,
        [RowJson.Name(RelationType.Adapts)] = Derivation,
        [RowJson.Name(RelationType.Translates)] = Derivation,
        [RowJson.Name(RelationType.Evidence)] = Derivation,
        [RowJson.Name(RelationType.Duplicates)] = Alternate,
        // Neither says that one text was made out of the other.
        [RowJson.Name(RelationType.Replaces)] = Influence,
        [RowJson.Name(RelationType.Contradicts)] = Influence,
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
