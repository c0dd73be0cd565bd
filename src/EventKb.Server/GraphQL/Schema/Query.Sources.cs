using EventKb.ReadModels.Sources;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.Sources;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public Task<Connection<KnowledgeSourceNode>> KnowledgeSources(KnowledgeSourceFilterInput? filter, int first, string? after) =>
        Paged.Of<SourceRow, KnowledgeSourceNode>("knowledgeSources", _view, first, after,
            (view, key) => SourceQueries.List(view.Session, view.Viewer, view.Pin, filter?.Institution, first, key),
            (view, row) => new KnowledgeSourceNode(view, row),
            row => row.Id);
}
