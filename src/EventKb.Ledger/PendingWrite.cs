namespace EventKb.Ledger;

/// <summary>One command's events on their way into the ledger, stored together or not at all.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="FirstVersion">Version of the first event.</param>
/// <param name="PreviousPosition">Position of the stream's last event so far; 0 = none.</param>
/// <param name="CommandId">The command.</param>
/// <param name="Events">At least one event.</param>
/// <param name="MostWait">A write not begun within this time is dropped.</param>
public sealed record PendingWrite(string Stream, long FirstVersion, long PreviousPosition, string CommandId,
    IReadOnlyList<PendingEvent> Events, TimeSpan MostWait)
{
    /// <summary>What it was decided by; the write is refused where any of that has changed. None = its stream alone.</summary>
    public IReadOnlyList<ReadAt> DecidedBy { get; init; } = [];

    /// <summary>The write to the same stream that it continues; refused where that one is not stored. Null = it stands by itself.</summary>
    public PendingWrite? Follows { get; init; }

    /// <summary>Position of the last event before it, once what it follows is written; 0 = none.</summary>
    public long After => Follows?.Events[^1].Position ?? PreviousPosition;

    /// <summary>Positions of events of other streams; the write is refused where one is no longer the last of its stream.</summary>
    public IReadOnlyList<long> RefersTo { get; init; } = [];

    /// <summary>Other streams; the write is refused where one has begun.</summary>
    public IReadOnlyList<string> RefersToNone { get; init; } = [];
}

/// <summary>Something read as of a position; it holds as long as no event of those categories of streams stands later.</summary>
public sealed record ReadAt(IReadOnlyList<string> Categories, long Position);
