namespace EventKb.ReadModels.Lineage;

/// <summary>Which way to walk.</summary>
public enum LineageDirection
{
    /// <summary>Towards what it came from.</summary>
    Upstream,

    /// <summary>Towards what came from it.</summary>
    Downstream,

    /// <summary>Both ways.</summary>
    Both,
}

/// <summary>What a node is.</summary>
public enum LineageNodeKind
{
    /// <summary>An exact version of an article in this ledger.</summary>
    ArticleVersion,

    /// <summary>A version of an article that this ledger does not hold (at the pin).</summary>
    External,

    /// <summary>A file of a knowledge base that a revision was imported from.</summary>
    Source,
}

/// <summary>A node: an article's version is <c>article@revision</c>.</summary>
/// <param name="Id">Its id within lineage; may be asked for in its turn where it is an article's version.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Article">Stream of the article; null for a source.</param>
/// <param name="Revision">Revision of the article.</param>
/// <param name="Position">Position that recorded the revision, in the ledger of its origin.</param>
/// <param name="Origin">Ledger or source path and version it comes from; null = this ledger.</param>
/// <param name="Title">Title of the version; null when erased or not held here.</param>
/// <param name="Depth">Least number of edges to another article from where the walk began.</param>
public sealed record LineageNode(string Id, LineageNodeKind Kind, string? Article, int? Revision, long? Position, string? Origin,
    string? Title, int Depth);

/// <summary>An edge from what is derived to what it comes from.</summary>
/// <param name="Derived">Node that is derived.</param>
/// <param name="From">Node that it comes from.</param>
/// <param name="Type">One of <see cref="KnowledgeArticles.LineageTypes"/>, or a relation's type.</param>
/// <param name="Prov">The W3C PROV-O property that says it in general terms.</param>
/// <param name="Position">Position that stated it.</param>
public sealed record LineageEdge(string Derived, string From, string Type, string Prov, long Position);

/// <summary>A piece of lineage.</summary>
/// <param name="Root">Node where the walk began.</param>
/// <param name="Nodes">Nodes, nearest first.</param>
/// <param name="Edges">Edges between them, in the order of their statement.</param>
/// <param name="Truncated">True when anything was left out that the viewer may see, for its depth or for want of room.</param>
public sealed record LineageGraph(string Root, IReadOnlyList<LineageNode> Nodes, IReadOnlyList<LineageEdge> Edges, bool Truncated);
