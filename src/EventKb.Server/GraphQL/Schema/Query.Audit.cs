using EventKb.ReadModels.Audit;
using EventKb.Server.Audit;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public Task<Connection<AuditEntryNode>> AuditTrail(AuditFilter? filter, int first, string? after) =>
        Audit.AuditTrail.Page("auditTrail", _view, filter ?? new AuditFilter(), first, after);
}
