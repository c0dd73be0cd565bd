using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Audit;

/// <summary>In which order entries stand; those that occurred at one time stand in order of position.</summary>
public enum AuditOrder
{
    /// <summary>As they were recorded, the oldest first.</summary>
    Position,

    /// <summary>As they were recorded, the newest first.</summary>
    PositionDesc,

    /// <summary>As they occurred, the oldest first.</summary>
    OccurredAt,

    /// <summary>As they occurred, the newest first.</summary>
    OccurredAtDesc,
}

/// <summary>Where an entry stands, in any order.</summary>
/// <param name="Position">Its position.</param>
/// <param name="OccurredAt">When it became true.</param>
public readonly record struct AuditPlace(long Position, DateTimeOffset OccurredAt);

/// <summary>An order as SQL.</summary>
internal static class AuditOrders
{
    /// <summary>True when time comes before position.</summary>
    public static bool IsByTime(this AuditOrder order) => order is AuditOrder.OccurredAt or AuditOrder.OccurredAtDesc;

    /// <summary>The ORDER BY.</summary>
    public static string Terms(this AuditOrder order) => order switch
    {
        AuditOrder.Position => "e.position",
        AuditOrder.PositionDesc => "e.position DESC",
        AuditOrder.OccurredAt => "e.occurred_at, e.position",
        AuditOrder.OccurredAtDesc => "e.occurred_at DESC, e.position DESC",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "No such order."),
    };

    /// <summary>Adds that an entry stands after a place.</summary>
    public static Conditions After(this Conditions where, AuditPlace? place, AuditOrder order)
    {
        if (place is not { } last)
            return where;
        var beyond = order is AuditOrder.Position or AuditOrder.OccurredAt ? ">" : "<";
        if (!order.IsByTime())
            return where.If(last.Position, $"e.position {beyond} @?");
        // A row value bounds the index; entries with the same time as the last one are ordered by position.
        return where.With("@lastTime", Micros.From(last.OccurredAt)).With("@lastPosition", last.Position)
            .Add($"(e.occurred_at, e.position) {beyond} (@lastTime, @lastPosition)");
    }
}
