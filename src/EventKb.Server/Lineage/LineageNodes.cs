using EventKb.ReadModels.Lineage;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.KnowledgeArticles;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Lineage;

/// <summary>A piece of lineage.</summary>
[Name("Lineage")]
internal sealed class LineageAnswer(Reading view, LineageGraph graph) : IHasView
{
    Reading IHasView.View => view;

    public string Root => graph.Root;

    [Complexity(1, 100)]
    public IEnumerable<LineageNodeAnswer> Nodes => graph.Nodes.Select(node => new LineageNodeAnswer(view, node));

    public IEnumerable<LineageEdgeAnswer> Edges => graph.Edges.Select(edge => new LineageEdgeAnswer(edge));

    public bool Truncated => graph.Truncated;
}

/// <summary>A node of lineage: an exact version, or where it came from.</summary>
[Name("LineageNode")]
internal sealed class LineageNodeAnswer(Reading view, LineageNode node)
{
    [Id]
    public string Id => node.Id;

    public LineageNodeKind Kind => node.Kind;

    [Id]
    public string? ArticleId => node.Article;

    public int? Revision => node.Revision;

    public long? Position => node.Position;

    public string? Origin => node.Origin;

    public string? Title => node.Title;

    public int Depth => node.Depth;

    public IDataLoaderResult<ArticleNode?> Article() =>
        view.Find<ArticleNode>(node.Kind == LineageNodeKind.ArticleVersion ? node.Article : null);
}

/// <summary>An edge of lineage.</summary>
[Name("LineageEdge")]
internal sealed class LineageEdgeAnswer(LineageEdge edge)
{
    [Id]
    public string Derived => edge.Derived;

    [Id]
    public string From => edge.From;

    public string Type => edge.Type;

    public string Prov => edge.Prov;

    public long Position => edge.Position;
}
