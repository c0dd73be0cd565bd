using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>The feed over a store.</summary>
internal sealed class StoreFeed(LedgerStore store) : EventFeed
{
    private const int MostAtOnce = 10_000;

    // Below this, handing the decoding to several cores costs more than it gains.
    private const int WorthSharing = 128;

    /// <inheritdoc/>
    public override ValueTask<LedgerHead> Head(CancellationToken cancellation = default) => ValueTask.FromResult(store.Head);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<LedgerEvent>> Read(long after, int most,
        CancellationToken cancellation = default)
    {
        var rows = await store.Read(after, Math.Clamp(most, 1, MostAtOnce), cancellation);
        var events = new LedgerEvent[rows.Count];
        if (events.Length < WorthSharing)
            for (var i = 0; i < events.Length; i++)
                events[i] = RecordedEvents.WithTexts(rows[i]);
        else
            Parallel.For(0, events.Length, i => events[i] = RecordedEvents.WithTexts(rows[i]));
        return events;
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<RecordedEvent>> Stream(StreamId stream, long toVersion, CancellationToken cancellation = default)
    {
        var records = new List<RecordedEvent>();
        await store.Replay(stream.Text, 1, toVersion, long.MaxValue, row => records.Add(RecordedEvents.Of(row)));
        return records;
    }

    /// <inheritdoc/>
    public override async ValueTask<string> RootAt(long size, CancellationToken cancellation = default) =>
        await store.RootAt(size, cancellation);

    /// <inheritdoc/>
    public override Task Changed(long position, CancellationToken cancellation = default) =>
        store.Changed(position, cancellation);
}
