using EventKb.Ledger.Merkle;

namespace EventKb.Ledger.Sqlite;

/// <summary>The row of <c>ledger_head</c>; 0 as the time of an empty ledger.</summary>
internal sealed class HeadState(long size, long recordedAt, byte[] frontier)
{
    private string? _root;

    public long Size { get; } = size;

    public long RecordedAt { get; } = recordedAt;

    public byte[] Frontier { get; } = frontier;

    /// <summary>The root hash, computed when first asked for.</summary>
    public string Root => _root ??= Convert.ToHexStringLower(new Frontier(Size, Frontier).Root());

    /// <summary>The head in the ledger's own terms.</summary>
    public LedgerHead Of(string origin) => new(origin, Size, Root, Size == 0 ? null : UnixMicroseconds.ToTime(RecordedAt));

    /// <summary>Reads the row.</summary>
    public static HeadState Load(Microsoft.Data.Sqlite.SqliteConnection connection)
    {
        using var row = new Statement(connection, "SELECT size, recorded_at, frontier FROM ledger_head WHERE id = 1");
        if (!row.Step())
            throw new LedgerDamagedException("head", "The ledger has no head.");
        return new HeadState(row.Number(0), row.Number(1), row.Bytes(2));
    }
}
