using EventKb.Domain.Catalogue;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Domain.Sources;
using EventKb.Server.Catalogue;
using EventKb.Server.Governance;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Ownership;
using EventKb.Server.Sources;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    /// <summary>How to find a node by the category in its id.</summary>
    private static readonly Dictionary<string, Func<Reading, string, Task<INode?>>> Nodes = new()
    {
        [KnowledgeArticle.Category] = async (view, id) => await ArticleNode.Find(view, id),
        [OwnershipAssignment.Category] = async (view, id) => await OwnershipNode.Find(view, id),
        [KnowledgeProcess.Category] = async (view, id) => await KnowledgeProcessNode.Find(view, id),
        [Control.Category] = async (view, id) => await ControlNode.Find(view, id),
        [CatalogueEntry.Category] = async (view, id) => await CatalogueEntryNode.Find(view, id),
        [KnowledgeSource.Category] = async (view, id) => await KnowledgeSourceNode.Find(view, id),
        [Institution.Category] = async (view, id) => await InstitutionNode.Find(view, id),
    };
}
