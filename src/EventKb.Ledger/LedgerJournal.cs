using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Persistence;
using Akka.Persistence.Journal;

namespace EventKb.Ledger;

/// <summary>
/// Akka's way to the ledger. A write fails by throwing, never by rejection: a rejected write would use up a version.
/// </summary>
internal sealed class LedgerJournal : AsyncWriteJournal
{
    private readonly LedgerStore _store;
    private readonly TimeSpan _mostWait;

    /// <summary>Made by Akka from the configuration.</summary>
    public LedgerJournal(Config config)
    {
        _mostWait = config.GetTimeSpan("circuit-breaker.call-timeout");
        _store = Context.System.Settings.Setup.Get<LedgerSetup>().Value.Store;
    }

    /// <inheritdoc/>
    public override Task ReplayMessagesAsync(IActorContext context, string persistenceId, long fromSequenceNr, long toSequenceNr,
        long max, Action<IPersistentRepresentation> recoveryCallback) =>
        _store.Replay(persistenceId, fromSequenceNr, toSequenceNr, max, row => recoveryCallback(
            new Persistent(RecordedEvents.Of(row), row.Version, persistenceId, string.Empty)));

    /// <inheritdoc/>
    public override Task<long> ReadHighestSequenceNrAsync(string persistenceId, long fromSequenceNr,
        CancellationToken cancellationToken) =>
        _store.HighestVersion(persistenceId);

    /// <inheritdoc/>
    protected override async Task<IImmutableList<Exception?>?> WriteMessagesAsync(IEnumerable<AtomicWrite> messages,
        CancellationToken cancellationToken)
    {
        var (writes, stored) = (new List<PendingWrite>(1), new List<Task>(1));
        foreach (var message in messages)
            AddPending(message, writes);
        foreach (var write in writes)
            stored.Add(_store.Append(write));
        foreach (var write in writes)
            write.Events[0].Decided.By.Turn?.Pass();
        foreach (var write in stored)
            await write;
        return null;
    }

    /// <inheritdoc/>
    protected override Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr, CancellationToken cancellationToken) =>
        Task.FromException(new NotSupportedException("History is never deleted."));

    /// <summary>A write for each command; each but the first follows the one before.</summary>
    private void AddPending(AtomicWrite write, List<PendingWrite> writes)
    {
        var messages = (IImmutableList<IPersistentRepresentation>)write.Payload;
        var version = messages[0].SequenceNr;
        PendingWrite? follows = null;
        for (var from = 0; from < messages.Count;)
        {
            var (_, metadata, previousPosition, by) = ((PendingEvent)messages[from].Payload).Decided;
            var until = from + 1;
            while (until < messages.Count && ReferenceEquals(((PendingEvent)messages[until].Payload).Decided.By, by))
                until++;
            var events = new PendingEvent[until - from];
            for (var i = 0; i < events.Length; i++)
                events[i] = (PendingEvent)messages[from + i].Payload;
            follows = new(write.PersistenceId, version + from, previousPosition, metadata.CommandId.Value, events, _mostWait)
            { DecidedBy = by.DecidedBy, RefersTo = by.RefersTo, RefersToNone = by.RefersToNone, Follows = follows };
            writes.Add(follows);
            from = until;
        }
    }
}

/// <summary>Hands the store to the journal that Akka makes.</summary>
internal sealed class LedgerSetup(LedgerStore store) : Setup
{
    public LedgerStore Store { get; } = store;
}
