using System.Globalization;
using EventKb.ReadModels;
using EventKb.ReadModels.Audit;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using GraphQL.DataLoader;

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

    /// <summary>The entry at a position, looked up with others of the answer.</summary>
    public static IDataLoaderResult<AuditEntryAnswer?> At(Reading view, long position) =>
        view.Shared(shared => new AuditEntries(shared)).ByPosition.Load(position).Map(row => row is null ? null : new AuditEntryAnswer(view, row));

    private static AuditPlace? Place(string? key) => key?.Split(' ') switch
    {
        null => null,
        [var position, var time] when Number(position) is { } at && Number(time) is { } micros => new AuditPlace(at, Micros.ToTime(micros)),
        _ => throw Cursor.Invalid(),
    };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The look-ups in the trail that one answer shares.</summary>
internal sealed class AuditEntries(Reading view)
{
    public BatchLoader<long, AuditEntryRow> ByPosition { get; } = new(positions => AuditQueries.At(view.Session, view.Viewer, view.Pin, positions));
}
