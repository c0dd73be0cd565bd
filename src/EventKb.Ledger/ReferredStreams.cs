using System.Collections.Concurrent;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// States of streams that commands refer to. A kept one may be outdated: an append by it is refused, and the state is read anew.
/// </summary>
internal sealed class ReferredStreams(LedgerStore store, IReadOnlyDictionary<string, Decider> deciders)
{
    private const int MostKept = 1_024;
    private readonly ConcurrentDictionary<StreamId, (object State, long Position)> _kept = new();

    /// <summary>
    /// The first reference to something that is not there, and of the streams referred to the positions of their last events, or the ids of
    /// those that have none.
    /// </summary>
    public async Task<(Rejection? Missing, IReadOnlyList<long> Last, IReadOnlyList<string> None)> Check(
        IEnumerable<Reference?> references, DateTimeOffset now)
    {
        var (last, none) = (new HashSet<long>(), new HashSet<string>());
        // Longer lists are refused by the decision itself.
        foreach (var reference in references.OfType<Reference>().Take(2 * Limits.Items))
        {
            var (holds, position, state) = await Find(reference, Instants.Day(now));
            if (!holds)
                return (reference.Missing(state), [], []);
            if (position > 0)
                last.Add(position);
            else
                none.Add(reference.Stream.Text);
        }

        return (null, [.. last], [.. none]);
    }

    /// <summary>Lets go of the states that these were checked by.</summary>
    public void Forget(IEnumerable<Reference?> references, PersonId who)
    {
        if (who.Stream is { } entry)
            _kept.TryRemove(entry, out _);
        foreach (var reference in references.OfType<Reference>())
            _kept.TryRemove(reference.Stream, out _);
    }

    /// <summary>The state of a stream, and the position of its last event; 0 = none.</summary>
    public async Task<(object State, long Position)> State(StreamId stream)
    {
        if (_kept.TryGetValue(stream, out var kept))
            return kept;
        var read = await Read(stream);
        Keep(stream, read);
        return read;
    }

    private void Keep(StreamId stream, (object State, long Position) read)
    {
        if (_kept.Count >= MostKept)
            _kept.Clear();
        if (read.Position > 0)
            _kept[stream] = read;
    }

    private async Task<(bool Holds, long Position, object State)> Find(Reference reference, DateOnly today)
    {
        if (_kept.TryGetValue(reference.Stream, out var kept) && reference.IsIn(kept.State, reference.On ?? today))
            return (true, kept.Position, kept.State);
        var read = await Read(reference.Stream);
        Keep(reference.Stream, read);
        return (reference.IsIn(read.State, reference.On ?? today), read.Position, read.State);
    }

    private async Task<(object State, long Position)> Read(StreamId stream)
    {
        var decider = deciders[stream.Category];
        (object State, long Position) read = (decider.Initial, 0);
        await store.Replay(stream.Text, 1, long.MaxValue, long.MaxValue,
            row => read = (decider.Evolve(read.State, RecordedEvents.Of(row)), row.Position));
        return read;
    }
}
