namespace EventKb.Ledger;

/// <summary>The feed over a store.</summary>
internal sealed class StoreFeed(LedgerStore store) : EventFeed
{
    private const int MostAtOnce = 10_000;

    /// <inheritdoc/>
    public override ValueTask<LedgerHead> Head(CancellationToken cancellation = default) => ValueTask.FromResult(store.Head);

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<LedgerEvent>> Read(long after, int most, CancellationToken cancellation = default)
    {
        var rows = await store.Read(after, Math.Clamp(most, 1, MostAtOnce), cancellation);
        var events = new LedgerEvent[rows.Count];
        for (var i = 0; i < events.Length; i++)
            events[i] = RecordedEvents.WithTexts(rows[i]);
        return events;
    }

    /// <inheritdoc/>
    public override async ValueTask<string> RootAt(long size, CancellationToken cancellation = default) =>
        await store.RootAt(size, cancellation);

    /// <inheritdoc/>
    public override Task Changed(long position, CancellationToken cancellation = default) => store.Changed(position, cancellation);
}
