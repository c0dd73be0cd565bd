namespace EventKb.Ledger.Integrity;

/// <summary>Every stream is one chain from version 1: no version twice, none left out, each naming the position before it.</summary>
internal sealed class StreamChains
{
    private readonly Dictionary<string, (long Version, long Position)> _last = new(StringComparer.Ordinal);

    public void Check(StoredEvent row)
    {
        var (version, position) = _last.GetValueOrDefault(row.Stream);
        if (row.Version != version + 1 || row.PreviousPosition != position)
            throw new LedgerDamagedException("streams",
                $"Position {row.Position} does not follow the event before it in its stream: version {row.Version} after {version}.");
        _last[row.Stream] = (row.Version, row.Position);
    }
}
