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
        var writes = messages.SelectMany(Pending).ToList();
        var stored = writes.ConvertAll(_store.Append);
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
    private List<PendingWrite> Pending(AtomicWrite write)
    {
        var messages = (IImmutableList<IPersistentRepresentation>)write.Payload;
        var (version, writes) = (messages[0].SequenceNr, new List<PendingWrite>(1));
        for (var taken = 0; taken < messages.Count; taken += writes[^1].Events.Count)
        {
            var (_, envelope, previousPosition, by) = ((PendingEvent)messages[taken].Payload).Decided;
            var events = messages.Skip(taken).Select(message => (PendingEvent)message.Payload)
                .TakeWhile(next => ReferenceEquals(next.Decided.By, by)).ToArray();
            writes.Add(new(write.PersistenceId, version + taken, previousPosition, envelope.CommandId.Value, events, _mostWait)
            { DecidedBy = by.RulesAt, RefersTo = by.RefersTo, Follows = writes.LastOrDefault() });
        }

        return writes;
    }
}

/// <summary>Hands the store to the journal that Akka makes.</summary>
internal sealed class LedgerSetup(LedgerStore store) : Setup
{
    public LedgerStore Store { get; } = store;
}
