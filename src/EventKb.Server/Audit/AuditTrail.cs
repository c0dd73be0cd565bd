using System.Globalization;
using EventKb.ReadModels.Audit;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Audit;

/// <summary>Pages of the audit trail.</summary>
internal static class AuditTrail
{
    public static Task<Connection<AuditEntryNode>> Page(string name, Reading view, AuditFilter filter, int first, string? after) =>
        Paged.Of<AuditEntryRow, AuditEntryNode>(name, view, first, after,
            (at, key) => AuditQueries.List(at.Session, at.Viewer, at.Pin, filter, first, Cursor.Number(key)),
            (at, row) => new AuditEntryNode(at, row),
            row => row.Position.ToString(CultureInfo.InvariantCulture));
}
