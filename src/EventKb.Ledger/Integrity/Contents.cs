using EventKb.Domain;

namespace EventKb.Ledger.Integrity;

/// <summary>Every commitment has its content or its erasure, never both, and no content stands without an event.</summary>
internal sealed class Contents
{
    private readonly HashSet<long> _missing = [];
    private readonly HashSet<long> _erased = [];
    private readonly HashSet<long> _present = [];
    private long _rows;

    public void Add(CheckedEvent next)
    {
        if (next.Row.Content is not null)
            _rows++;
        if (next.Row.Content is { IsErased: false })
            _present.Add(next.Row.Position);
        else if (next.Row.Commitment is not null)
            _missing.Add(next.Row.Position);
        if (next.Erases > 0)
            _erased.Add(next.Erases);
    }

    public void End(long stored)
    {
        foreach (var position in _missing)
            if (!_erased.Contains(position))
                throw Wrong($"The texts of position {position} are missing, and no erasure explains it.");
        foreach (var position in _erased)
            if (_present.Contains(position))
                throw Wrong($"The texts of position {position} were erased and are there again.");
        if (stored != _rows)
            throw Wrong($"The ledger has {stored} contents, but {_rows} events with content.");
    }

    private static LedgerDamagedException Wrong(Wording fact) => new("content", fact);
}
