using EventKb.Domain.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.KnowledgeArticles;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    /// <summary>How to find a node by the category in its id.</summary>
    private static readonly Dictionary<string, Func<Reading, string, Task<INode?>>> Nodes = new()
    {
        [KnowledgeArticle.Category] = async (view, id) => await ArticleNode.Find(view, id),
    };
}
