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
        foreach (var write in messages.Select(Pending).ToList().ConvertAll(_store.Append))
            await write;
        return null;
    }

    /// <inheritdoc/>
    protected override Task DeleteMessagesToAsync(string persistenceId, long toSequenceNr, CancellationToken cancellationToken) =>
        Task.FromException(new NotSupportedException("History is never deleted."));

    private PendingWrite Pending(AtomicWrite write)
    {
        var messages = (IImmutableList<IPersistentRepresentation>)write.Payload;
        var events = new PendingEvent[messages.Count];
        for (var i = 0; i < events.Length; i++)
            events[i] = (PendingEvent)messages[i].Payload;
        var (_, envelope, previousPosition, by) = events[0].Decided;
        return new PendingWrite(write.PersistenceId, messages[0].SequenceNr, previousPosition, envelope.CommandId.Value, events, _mostWait)
        { DecidedBy = by.RulesAt, RefersTo = by.RefersTo };
    }
}

/// <summary>Hands the store to the journal that Akka makes.</summary>
internal sealed class LedgerSetup(LedgerStore store) : Setup
{
    public LedgerStore Store { get; } = store;
}
