using EventKb.ReadModels.Ownership;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.Ownership;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public Task<Connection<OwnershipNode>> Ownerships(OwnershipFilter? filter, int first, string? after)
    {
        var rows = filter ?? new OwnershipFilter();
        return Paged.Of<OwnershipRow, OwnershipNode>("ownerships", _view, first, after,
            (view, key) => OwnershipQueries.List(view.Session, view.Viewer, view.Pin, rows, first, key),
            (view, row) => new OwnershipNode(view, row),
            row => row.Id);
    }
}
