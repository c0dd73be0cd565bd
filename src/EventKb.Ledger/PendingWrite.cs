namespace EventKb.Ledger;

/// <summary>One command's events on their way into the ledger, stored together or not at all.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="FirstVersion">Version of the first event.</param>
/// <param name="PreviousPosition">Position of the stream's last event so far; 0 = none.</param>
/// <param name="CommandId">The command.</param>
/// <param name="Events">At least one event.</param>
/// <param name="MostWait">A write not begun within this time is dropped.</param>
public sealed record PendingWrite(string Stream, long FirstVersion, long PreviousPosition, string CommandId,
    IReadOnlyList<PendingEvent> Events, TimeSpan MostWait);
