using EventKb.Domain;

namespace EventKb.Integration.Tests.ReadModels;

/// <summary>
/// The states that all streams had at a position and a moment, folded from their events; what is recorded later than a stream's own past is not
/// valid before it.
/// </summary>
internal sealed class StatesAt
{
    private readonly Dictionary<string, object> _states = new(StringComparer.Ordinal);

    public StatesAt(MemoryLedger ledger, long position, DateTimeOffset valid)
    {
        foreach (var stream in ledger.Events.Where(e => e.Recorded.Position <= position).GroupBy(e => e.Recorded.Stream))
        {
            var decider = Deciders.Find(stream.Key.Category)!;
            var (state, begun, any) = (decider.Initial, DateTimeOffset.MinValue, false);
            foreach (var recorded in stream.Select(e => e.Recorded))
            {
                begun = recorded.OccurredAt > begun ? recorded.OccurredAt : begun;
                if (begun > valid)
                    break;
                (state, any) = (decider.Evolve(state, recorded), true);
            }

            if (any)
                _states[stream.Key.Text] = state;
        }
    }

    /// <summary>Those of one kind of stream.</summary>
    public IEnumerable<(string Id, T State)> All<T>() => _states.Where(known => known.Value is T).Select(known => (known.Key, (T)known.Value));

    /// <summary>That of a stream; null where it had not begun.</summary>
    public T? Of<T>(string stream) where T : class => _states.GetValueOrDefault(stream) as T;
}
