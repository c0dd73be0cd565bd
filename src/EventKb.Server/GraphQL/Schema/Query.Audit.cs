using EventKb.ReadModels.Audit;
using EventKb.Server.Audit;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public Task<Connection<AuditEntryNode>> AuditTrail(AuditFilterInput? filter, int first, string? after) =>
        Audit.AuditTrail.Page("auditTrail", _view, RowFilter.Of<AuditFilter>(filter), first, after);
}
