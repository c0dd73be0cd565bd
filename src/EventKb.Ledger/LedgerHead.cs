namespace EventKb.Ledger;

/// <summary>Where a ledger stands.</summary>
/// <param name="Origin">Name of the ledger; a position means something only with it.</param>
/// <param name="Size">Number of events = the last position; 0 = empty. Position p is Merkle leaf p − 1.</param>
/// <param name="RootHash">RFC 9162 tree hash over all leaves, 64 lower-case hex digits.</param>
/// <param name="RecordedAt">Time of the last event; null in an empty ledger.</param>
public sealed record LedgerHead(string Origin, long Size, string RootHash, DateTimeOffset? RecordedAt);
