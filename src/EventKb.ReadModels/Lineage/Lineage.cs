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

    /// <summary>A version of a record of the request management system.</summary>
    ServiceRecordVersion,

    /// <summary>A version of an article that this ledger does not hold (at the pin).</summary>
    External,

    /// <summary>A file of a knowledge base that a revision was imported from.</summary>
    Source,
}

/// <summary>A node: a version is <c>stream@number</c>.</summary>
/// <param name="Id">Its id within lineage; may be asked for in its turn where it is a version in this ledger.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Stream">Stream of the thing; null for a source.</param>
/// <param name="Number">Number of the version: an article's revision.</param>
/// <param name="Position">Position that recorded the version, in the ledger of its origin.</param>
/// <param name="Origin">Ledger or source path and version it comes from; null = this ledger.</param>
/// <param name="Title">Title of the version; null when erased or not held here.</param>
/// <param name="Depth">Least number of edges to another thing from where the walk began.</param>
public sealed record LineageNode(string Id, LineageNodeKind Kind, string? Stream, int? Number, long? Position, string? Origin,
    string? Title, int Depth);

/// <summary>An edge from what is derived to what it comes from.</summary>
/// <param name="Derived">Node that is derived.</param>
/// <param name="From">Node that it comes from.</param>
/// <param name="Type">One of those that a <see cref="LineageKind"/> states.</param>
/// <param name="Prov">The W3C PROV-O property that says it in general terms.</param>
/// <param name="Position">Position that stated it.</param>
public sealed record LineageEdge(string Derived, string From, string Type, string Prov, long Position);

/// <summary>An edge in an answer.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Depth">Depth of the end that is further away.</param>
/// <param name="Upstream">True where the walk took it towards what the other comes from.</param>
public sealed record LineageStep(LineageEdge Edge, int Depth, bool Upstream)
{
    /// <summary>Node to which it leads.</summary>
    public string To => Upstream ? Edge.From : Edge.Derived;

    /// <summary>Where it stands in the answer.</summary>
    public LineagePlace Place => new(Depth, Edge.Position, Edge.Type);
}

/// <summary>A page of lineage.</summary>
/// <param name="Root">Node where the walk began.</param>
/// <param name="Nodes">Nodes at the ends of the page's edges, nearest first; the root too where the page is the first.</param>
/// <param name="Steps">The page's edges, nearest first and then in the order of their statement.</param>
/// <param name="Truncated">
/// True when the pages leave out anything that the viewer may see, for its depth or for want of room: walking without bounds finds more.
/// </param>
/// <param name="HasMore">True when more pages follow.</param>
/// <param name="Count">Edges on all pages.</param>
public sealed record LineageGraph(string Root, IReadOnlyList<LineageNode> Nodes, IReadOnlyList<LineageStep> Steps, bool Truncated, bool HasMore,
    int Count)
{
    /// <summary>The edges alone.</summary>
    public IEnumerable<LineageEdge> Edges => Steps.Select(step => step.Edge);

    /// <summary>The place of the page's last edge, after which the next page begins; null where the page is empty.</summary>
    public LineagePlace? Last => Steps.Count == 0 ? null : Steps[^1].Place;
}
