using System.Collections.Concurrent;

namespace EventKb.Ledger.Sqlite;

/// <summary>Reading connections, kept as many as are used at once, up to a few.</summary>
internal sealed class ReaderPool(LedgerFile file) : IDisposable
{
    private static readonly int MostKept = Environment.ProcessorCount * 2;
    private readonly ConcurrentBag<LedgerReader> _idle = [];
    private volatile bool _closed;

    /// <summary>
    /// Reads through a connection that nobody else uses meanwhile. After a failed read it may be in the middle of a row, so
    /// it is not used again.
    /// </summary>
    public T Use<T>(Func<LedgerReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var reader = _idle.TryTake(out var kept) ? kept : new LedgerReader(file.OpenReader());
        try
        {
            var result = read(reader);
            Keep(reader);
            return result;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    private void Keep(LedgerReader reader)
    {
        if (_closed || _idle.Count >= MostKept)
            reader.Dispose();
        else
            _idle.Add(reader);
    }
}
