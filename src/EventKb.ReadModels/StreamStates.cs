using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.ReadModels;

/// <summary>
/// The states of streams as far as the rows have read them: folded by the aggregates themselves, kept while they are in use, and
/// replayed from the ledger when they are asked for again.
/// </summary>
internal sealed class StreamStates(int mostKept = 8_192)
{
    // What was not used since the last time that the newer half was full is let go.
    private Dictionary<StreamId, StreamPlace> _newer = [];
    private Dictionary<StreamId, StreamPlace> _older = [];

    /// <summary>Replays the streams of a batch that are not at hand, before the rows are locked for writing.</summary>
    public async Task Prepare(IReadOnlyList<LedgerEvent> batch, EventFeed feed, CancellationToken cancellation)
    {
        var ready = new HashSet<StreamId>();
        foreach (var recorded in batch.Select(happened => happened.Recorded))
        {
            if (!ready.Add(recorded.Stream))
                continue;
            var known = Find(recorded.Stream);
            Keep(recorded.Stream, known?.Version == recorded.Version - 1 ? known : await Replay(recorded, feed, cancellation));
        }
    }

    /// <summary>Takes the next event into its stream's state.</summary>
    public StreamStep Next(LedgerEvent happened)
    {
        var recorded = happened.Recorded;
        var before = Find(recorded.Stream);
        if (before?.Version != recorded.Version - 1)
            throw new InvalidOperationException($"'{recorded.Stream}' stands at {before?.Version}, and version {recorded.Version} came.");
        var after = before.After(recorded);
        Keep(recorded.Stream, after);
        return new StreamStep(happened, before, after);
    }

    private static async Task<StreamPlace> Replay(RecordedEvent next, EventFeed feed, CancellationToken cancellation)
    {
        var place = StreamPlace.Beginning(DeciderOf(next));
        foreach (var earlier in next.Version == 1 ? [] : await feed.Stream(next.Stream, next.Version - 1, cancellation))
            place = place.After(earlier);
        return place;
    }

    private StreamPlace? Find(StreamId stream) => _newer.TryGetValue(stream, out var place) || _older.TryGetValue(stream, out place)
        ? place : null;

    private void Keep(StreamId stream, StreamPlace place)
    {
        // A batch has fewer streams than a half holds, so what was prepared for it is still there.
        if (_newer.Count >= mostKept && !_newer.ContainsKey(stream))
            (_older, _newer) = (_newer, []);
        _newer[stream] = place;
    }

    private static Decider DeciderOf(RecordedEvent recorded) =>
        Deciders.Find(recorded.Stream.Category)
        ?? throw new InvalidOperationException($"'{recorded.Stream}' is of no known aggregate.");
}

/// <summary>Where a stream stands after one of its events.</summary>
/// <param name="Decider">The aggregate.</param>
/// <param name="State">Its state.</param>
/// <param name="Version">Version of the stream; 0 = before its first event.</param>
/// <param name="Position">Position of its last event.</param>
/// <param name="ValidFrom">From when it holds, in microseconds: the latest occurrence, since a stream never goes back.</param>
/// <param name="FirstPosition">Position of its first event.</param>
public sealed record StreamPlace(Decider Decider, object State, long Version, long Position, long ValidFrom, long FirstPosition)
{
    /// <summary>Before the first event.</summary>
    public static StreamPlace Beginning(Decider decider) => new(decider, decider.Initial, 0, 0, long.MinValue, 0);

    /// <summary>After the next event.</summary>
    public StreamPlace After(RecordedEvent recorded) => this with
    {
        State = Decider.Evolve(State, recorded),
        Version = recorded.Version,
        Position = recorded.Position,
        ValidFrom = Math.Max(ValidFrom, Micros.From(recorded.OccurredAt)),
        FirstPosition = FirstPosition == 0 ? recorded.Position : FirstPosition,
    };
}

/// <summary>One event and what it made of its stream.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Before">Where the stream stood.</param>
/// <param name="After">Where it stands now.</param>
public sealed record StreamStep(LedgerEvent Happened, StreamPlace Before, StreamPlace After)
{
    /// <summary>The record.</summary>
    public RecordedEvent Recorded => Happened.Recorded;

    /// <summary>Position of the event.</summary>
    public long Position => After.Position;

    /// <summary>Code of the institution whose stream it is.</summary>
    public string Institution => Recorded.Stream.Institution.Value;

    /// <summary>Id of the stream.</summary>
    public string Stream => Recorded.Stream.Text;

    /// <summary>True for the first event of its stream.</summary>
    public bool IsFirst => Before.Version == 0;
}
