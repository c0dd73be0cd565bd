using System.Data.Common;

namespace EventKb.ReadModels;

/// <summary>How far the rows have read the ledger.</summary>
/// <param name="Position">Last position taken in; 0 = none.</param>
/// <param name="RootHash">The ledger's root at that position, 64 hex digits; empty at 0.</param>
/// <param name="RecordedAt">When the event there was recorded; the Unix epoch at 0.</param>
/// <param name="Origin">Name of the ledger; empty at 0.</param>
public sealed record Checkpoint(long Position, string RootHash, DateTimeOffset RecordedAt, string Origin)
{
    internal const string Select = "SELECT position, root, recorded_at, origin FROM checkpoint WHERE id = 1";

    internal static Checkpoint Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.Time(2), row.GetString(3));
}
