using System.Globalization;
using EventKb.ReadModels;
using EventKb.ReadModels.Audit;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Audit;

/// <summary>Pages of the audit trail; a cursor says where an entry stands in one order.</summary>
internal static class AuditTrail
{
    public static Task<Connection<AuditEntryAnswer>> Page(string name, Reading view, AuditFilter filter, int first, string? after,
        AuditOrder order = AuditOrder.Position) =>
        Paged.Of<AuditEntryRow, AuditEntryAnswer>($"{name} {order}", view, first, after,
            (at, key) => AuditQueries.List(at.Session, at.Viewer, at.Pin, filter, first, order, Place(key)),
            (at, row) => new AuditEntryAnswer(at, row),
            row => string.Create(CultureInfo.InvariantCulture, $"{row.Position} {Micros.From(row.OccurredAt)}"));

    private static AuditPlace? Place(string? key) => key?.Split(' ') switch
    {
        null => null,
        [var position, var time] when Number(position) is { } at && Number(time) is { } micros => new AuditPlace(at, Micros.ToTime(micros)),
        _ => throw Cursor.Invalid(),
    };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
