using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Coverage;
using EventKb.Server.Catalogue;
using EventKb.Server.Coverage;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public Task<Connection<CatalogueEntryNode>> Catalogue(CatalogueFilter? filter, int first, string? after)
    {
        var rows = filter ?? new CatalogueFilter();
        return Paged.Of<CatalogueEntryRow, CatalogueEntryNode>("catalogue", _view, first, after,
            (view, key) => CatalogueQueries.List(view.Session, view.Viewer, view.Pin, rows, first, key),
            (view, row) => new CatalogueEntryNode(view, row),
            row => row.Id);
    }

    public Task<Connection<GapNode>> Gaps(GapFilter? filter, int first, string? after)
    {
        var rows = filter ?? new GapFilter();
        return Paged.Of<GapRow, GapNode>("gaps", _view, first, after,
            (view, key) => GapQueries.List(view.Session, view.Viewer, view.Pin, rows, first, key),
            (view, row) => new GapNode(view, row),
            row => row.Cursor);
    }
}
