using System.Collections.Concurrent;
using EventKb.Domain;

namespace EventKb.Ledger.Sqlite;

/// <summary>Position of the last event in each category of streams: what was stored when first asked, and what was committed since.</summary>
internal sealed class LastPositions(Func<string, long> stored)
{
    private readonly ConcurrentDictionary<string, Lazy<long>> _stored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _committed = new(StringComparer.Ordinal);
    private readonly List<(string Category, long Position)> _open = [];

    /// <summary>The last one committed; 0 = none.</summary>
    public long Of(string category) => Math.Max(_committed.GetValueOrDefault(category),
        _stored.GetOrAdd(category, c => new Lazy<long>(() => stored(c), LazyThreadSafetyMode.PublicationOnly)).Value);

    /// <summary>True where an event of the category stands later, in the open transaction too.</summary>
    public bool IsOutdated(ReadAt read) =>
        read.Categories.Any(category => Of(category) > read.Position)
        || _open.Exists(o => o.Position > read.Position && read.Categories.Contains(o.Category));

    /// <summary>Notes a stream's event in the open transaction.</summary>
    public void Note(string stream, long position)
    {
        if (StreamId.Parse(stream) is { } id)
            _open.Add((id.Category, position));
    }

    /// <summary>Ends the transaction: what the head covers was committed, anything else rolled back.</summary>
    public void Settle(long size)
    {
        foreach (var (category, position) in _open)
            if (position <= size)
                _committed[category] = position;
        _open.Clear();
    }
}
