using EventKb.ReadModels.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Catalogue;

/// <summary>Questions about the registers.</summary>
internal sealed class CatalogueQuestions(Reading view)
{
    public Task<Connection<CatalogueEntryNode>> Catalogue(CatalogueFilter? filter, int first, string? after)
    {
        var rows = filter ?? new CatalogueFilter();
        return Paged.Of<CatalogueEntryRow, CatalogueEntryNode>("catalogue", view, first, after,
            (at, key) => CatalogueQueries.List(at.Session, at.Viewer, at.Pin, rows, first, key),
            (at, row) => new CatalogueEntryNode(at, row),
            row => row.Id);
    }
}
