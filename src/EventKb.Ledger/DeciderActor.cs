using Akka.Actor;
using Akka.Persistence;
using EventKb.Domain;
using Decider = EventKb.Domain.Decider;

namespace EventKb.Ledger;

/// <summary>
/// The one writer of one stream: replays it, decides commands one after another, replies once the journal has confirmed.
/// </summary>
internal sealed partial class DeciderActor(StreamId stream, Decider decider, Secrets secrets) : UntypedPersistentActor
{
    private readonly Dictionary<string, CommandOutcome.Committed> _done = new(StringComparer.Ordinal);
    private object _state = decider.Initial;
    private long _version;
    private long _position;
    private Deciding? _deciding;
    private int _unconfirmed;

    /// <inheritdoc/>
    public override string PersistenceId { get; } = stream.ToString();

    /// <inheritdoc/>
    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    /// <inheritdoc/>
    protected override void OnRecover(object message)
    {
        if (message is RecordedEvent recorded)
            Take(recorded);
    }

    /// <inheritdoc/>
    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case TurnCame when _deciding is { } deciding:
                Stash.UnstashAll();
                Store(deciding);
                break;
            case not null when _deciding is not null:
                // Nothing else is decided until what was decided is stored.
                Stash.Stash();
                break;
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
    protected override void PostStop() => Answer(_ => null, new AppendRefusedException("The stream's actor failed."));

    /// <inheritdoc/>
    protected override void OnRecoveryFailure(Exception reason, object? message = null) => Fail(reason);

    private void AwaitTurn(Deciding deciding)
    {
        (_deciding, var self) = (deciding, Self);
        if (deciding.Turn?.HasCome(() => self.Tell(TurnCame.Instance)) ?? true)
            Store(deciding);
    }

    private void Store(Deciding deciding)
    {
        if (deciding.IsGivenUp)
        {
            _deciding = null;
            return;
        }

        _unconfirmed = deciding.Events.Count;
        if (_unconfirmed == 1)
            Persist(deciding.Events[0], Confirmed);
        else
            PersistAll(deciding.Events, Confirmed);
    }

    private void Confirmed(PendingEvent stored)
    {
        Take(stored.Recorded(stream, _version + 1));
        if (stored.Erases is { } erased)
            Context.Parent.Tell(new ReplayAgain(erased.Stream));
        if (--_unconfirmed == 0)
            Answer(command => _done[command.Context.CommandId.Value], null);
    }

    private void Answer(Func<StreamCommand, CommandOutcome?> outcome, Exception? failure)
    {
        var decided = _deciding;
        _deciding = null;
        decided?.Answer(outcome, failure);
    }

    private void Take(RecordedEvent recorded)
    {
        _state = decider.Evolve(_state, recorded);
        (_version, _position) = (recorded.Version, recorded.Position);
        var id = recorded.Metadata.CommandId.Value;
        _done[id] = _done.TryGetValue(id, out var begun)
            ? begun with { Version = _version, Events = begun.Events + 1, LastPosition = _position }
            : new CommandOutcome.Committed(_version, 1, _position, _position, recorded.RecordedAt, Repeated: false);
    }

    /// <summary>Whether it was stored is unknown: tell the sender, and the parent for those who wait behind.</summary>
    private void Fail(Exception cause)
    {
        if (cause is AppendRefusedException { Rejection: { } refusal } && _deciding is { Outcomes.Count: 1 })
            Answer(_ => new CommandOutcome.Refused(refusal, _version), null);
        else
            Answer(_ => null, cause);
        Context.Parent.Tell(new StreamFailed(cause));
    }
}

/// <summary>Asks a stream's actor to stop once it has dealt with what came before.</summary>
internal sealed class Passivate
{
    public static Passivate Instance { get; } = new();
}

/// <summary>What waits for its turn may be written.</summary>
internal sealed class TurnCame
{
    public static TurnCame Instance { get; } = new();
}

/// <summary>A stream's texts were erased: its actor must replay before it decides again.</summary>
internal sealed record ReplayAgain(string Stream);

/// <summary>A stream's actor is about to stop on a failure.</summary>
internal sealed record StreamFailed(Exception Cause);
