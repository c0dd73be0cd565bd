using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Lineage;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Lineage;

/// <summary>A node of lineage: an exact version, or where it came from.</summary>
[Name("LineageNode")]
internal sealed class LineageNodeAnswer(Reading view, LineageNode node)
{
    [Id]
    public string Id => node.Id;

    public LineageNodeKind Kind => node.Kind;

    [Id]
    public string? ArticleId => IsArticle ? node.Stream : null;

    public int? Revision => IsArticle ? node.Number : null;

    public int? Number => node.Number;

    public long? Position => node.Position;

    public string? Origin => node.Origin;

    public string? Title => node.Title;

    public int Depth => node.Depth;

    public IDataLoaderResult<ArticleNode?> Article() => view.Find<ArticleNode>(Here);

    public IDataLoaderResult<INode?> Thing() => view.Find<INode>(Here);

    /// <summary>The thing where this ledger holds it.</summary>
    private string? Here => node.Kind is LineageNodeKind.External or LineageNodeKind.Source ? null : node.Stream;

    private bool IsArticle => StreamId.Parse(node.Stream)?.Category == KnowledgeArticle.Category;
}
