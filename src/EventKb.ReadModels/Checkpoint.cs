namespace EventKb.ReadModels;

/// <summary>How far the rows have read the ledger.</summary>
/// <param name="Position">Last position taken in; 0 = none.</param>
/// <param name="RootHash">The ledger's root at that position, 64 hex digits; empty at 0.</param>
/// <param name="RecordedAt">When the event there was recorded; the Unix epoch at 0.</param>
public sealed record Checkpoint(long Position, string RootHash, DateTimeOffset RecordedAt);
