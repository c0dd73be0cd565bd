using Akka.Actor;
using Akka.Persistence;
using EventKb.Domain;
using Decider = EventKb.Domain.Decider;

namespace EventKb.Ledger;

/// <summary>
/// The one writer of one stream: replays it, decides commands one after another, replies once the journal has confirmed.
/// </summary>
internal sealed class DeciderActor(StreamId stream, Decider decider, Secrets secrets) : UntypedPersistentActor
{
    private readonly Dictionary<string, CommandOutcome.Committed> _done = new(StringComparer.Ordinal);
    private object _state = decider.Initial;
    private long _version;
    private long _position;
    private IActorRef? _unanswered;
    private long _number;
    private int _unconfirmed;

    /// <inheritdoc/>
    public override string PersistenceId { get; } = stream.ToString();

    /// <inheritdoc/>
    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    /// <inheritdoc/>
    protected override void OnRecover(object message)
    {
        if (message is Recorded recorded)
            Take(recorded);
    }

    /// <inheritdoc/>
    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case StreamCommand command:
                Handle(command);
                break;
            case Passivate:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => Fail(cause);

    /// <inheritdoc/>
    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        Fail(cause);
        Context.Stop(Self);
    }

    /// <inheritdoc/>
    protected override void PostStop() => Answer(null, new AppendRefusedException("The stream's actor failed."));

    /// <inheritdoc/>
    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Fail(reason);

    private void Handle(StreamCommand command)
    {
        if (DateTimeOffset.UtcNow >= command.Until)
            return;
        try
        {
            if (Decide(command) is { } outcome)
                Sender.Tell(new StreamReply(command.Number, outcome, null));
        }
#pragma warning disable CA1031 // A bug in deciding one command goes to whoever sent it; the stream lives on.
        catch (Exception bug)
        {
            Sender.Tell(new StreamReply(command.Number, null, bug, IsBug: true));
        }
#pragma warning restore CA1031
    }

    /// <summary>The outcome where it is known at once; null where it waits for the journal.</summary>
    private CommandOutcome? Decide(StreamCommand command)
    {
        var context = command.Context;
        if (command.Refused is { } refused)
            return Refuse(refused);
        if (_done.TryGetValue(context.CommandId.Value, out var first))
            return first with { Repeated = true };
        if (context.ExpectedVersion is { } expected && expected != _version)
            return Refuse(new Rejection("VERSION_CONFLICT", $"The version is {_version}, not {expected}.",
                "Read the current version and decide again.", "expectedVersion"));
        switch (decider.Decide(_state, command.Command, context))
        {
            case Rejection rejection:
                return Refuse(rejection);
            case Accepted { Events.Count: 0 }:
                return new CommandOutcome.Committed(_version, 0, 0, 0, null, Repeated: false);
            case Accepted when command.Missing is { } missing:
                return Refuse(missing);
            case Accepted accepted:
                Store(command, PendingEvent.Of(stream, accepted.Events, command, _position, secrets));
                return null;
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is no decision.");
        }
    }

    private void Store(StreamCommand command, List<PendingEvent> events)
    {
        (_unanswered, _number, _unconfirmed) = (Sender, command.Number, events.Count);
        if (events.Count == 1)
            Persist(events[0], Confirmed);
        else
            PersistAll(events, Confirmed);
    }

    private void Confirmed(PendingEvent stored)
    {
        Take(stored.Recorded(stream, _version + 1));
        if (stored.Erases is { } erased)
            Context.Parent.Tell(new ReplayAgain(erased.Stream));
        if (--_unconfirmed == 0)
            Answer(_done[stored.Decided.Envelope.CommandId.Value], null);
    }

    private void Answer(CommandOutcome? outcome, Exception? failure)
    {
        _unanswered?.Tell(new StreamReply(_number, outcome, failure));
        _unanswered = null;
    }

    private void Take(Recorded recorded)
    {
        _state = decider.Evolve(_state, recorded);
        (_version, _position) = (recorded.Version, recorded.Position);
        var id = recorded.Envelope.CommandId.Value;
        _done[id] = _done.TryGetValue(id, out var begun)
            ? begun with { Version = _version, Events = begun.Events + 1, LastPosition = _position }
            : new CommandOutcome.Committed(_version, 1, _position, _position, recorded.RecordedAt, Repeated: false);
    }

    private CommandOutcome.Refused Refuse(Rejection rejection) => new(rejection, _version);

    /// <summary>Whether it was stored is unknown: tell the sender, and the parent for those who wait behind.</summary>
    private void Fail(Exception cause)
    {
        if (cause is AppendRefusedException { Rejection: { } refusal })
            Answer(Refuse(refusal), null);
        else
            Answer(null, cause);
        Context.Parent.Tell(new StreamFailed(cause));
    }
}

/// <summary>Asks a stream's actor to stop once it has dealt with what came before.</summary>
internal sealed class Passivate
{
    public static Passivate Instance { get; } = new();
}

/// <summary>A stream's texts were erased: its actor must replay before it decides again.</summary>
internal sealed record ReplayAgain(string Stream);

/// <summary>A stream's actor is about to stop on a failure.</summary>
internal sealed record StreamFailed(Exception Cause);
