using EventKb.ReadModels.Audit;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Audit;

/// <summary>Questions about what happened.</summary>
internal sealed class AuditQuestions(Reading view)
{
    public Task<Connection<AuditEntryAnswer>> AuditTrail(AuditFilter? filter, int first, string? after,
        AuditOrder orderBy = AuditOrder.Position) =>
        Audit.AuditTrail.Page("auditTrail", view, filter ?? new AuditFilter(), first, after, orderBy);
}
