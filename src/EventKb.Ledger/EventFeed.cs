using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>The ledger in order of position, without gaps, woken by every commit.</summary>
public abstract class EventFeed
{
    /// <summary>Where the ledger stands now.</summary>
    public abstract ValueTask<LedgerHead> Head(CancellationToken cancellation = default);

    /// <summary>Up to <paramref name="most"/> events after a position, texts included; empty at the head.</summary>
    public abstract ValueTask<IReadOnlyList<LedgerEvent>> Read(long after, int most, CancellationToken cancellation = default);

    /// <summary>A stream's records from its first up to a version: what its state follows from.</summary>
    public abstract ValueTask<IReadOnlyList<RecordedEvent>> Stream(StreamId stream, long toVersion, CancellationToken cancellation = default);

    /// <summary>What a stream's records add up to.</summary>
    public async ValueTask<TState> State<TState>(Decider decider, StreamId stream, CancellationToken cancellation = default) =>
        (TState)(await Stream(stream, long.MaxValue, cancellation)).Aggregate(decider.Initial, decider.Evolve);

    /// <summary>Root hash (64 hex digits) of the first <paramref name="size"/> leaves.</summary>
    public abstract ValueTask<string> RootAt(long size, CancellationToken cancellation = default);

    /// <summary>
    /// Completes when the ledger's size may have passed <paramref name="position"/>; at the latest after one second.
    /// </summary>
    public abstract Task Changed(long position, CancellationToken cancellation = default);
}
