using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Ownership;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    /// <summary>How to find a node by the category in its id.</summary>
    private static readonly Dictionary<string, Func<Reading, string, Task<INode?>>> Nodes = new()
    {
        [KnowledgeArticle.Category] = async (view, id) => await ArticleNode.Find(view, id),
        [OwnershipAssignment.Category] = async (view, id) => await OwnershipNode.Find(view, id),
    };
}
