using Akka.Actor;
using EventKb.Domain;
using EventKb.Domain.Policies;

namespace EventKb.Ledger;

/// <content>Deciding, each command by what those before it have decided.</content>
internal sealed partial class DeciderActor
{
    private void Handle(StreamCommand first)
    {
        if (RealTime.UtcNow >= first.Until)
            return;
        var deciding = new Deciding(Sender, first, _state, _version);
        for (var command = first; command is not null; command = command.Then)
        {
            if (deciding.Has(command.Context.CommandId))
            {
                // The same command came twice: it gets the outcome of the first.
                Self.Tell(command, Sender);
                break;
            }

            Decide(command, deciding);
        }

        if (deciding.Events.Count > 0)
            AwaitTurn(deciding);
        else
            deciding.Answer(_ => null, null);
    }

    private void Decide(StreamCommand command, Deciding deciding)
    {
        try
        {
            var (outcome, events) = DecideBy(deciding, command);
            deciding.Add(command, outcome, events);
            if (command.Then is not null)
                foreach (var next in events ?? [])
                    deciding.State = decider.Evolve(deciding.State, next.Recorded(stream, ++deciding.Version));
        }
#pragma warning disable CA1031 // A bug in deciding one command goes to whoever sent it; the stream lives on.
        catch (Exception bug)
        {
            Sender.Tell(new StreamReply(command.Number, null, bug, IsBug: true));
        }
#pragma warning restore CA1031
    }

    /// <summary>The outcome where it is known at once, or events, whose fate the journal decides.</summary>
    private (CommandOutcome? Known, List<PendingEvent>? Events) DecideBy(Deciding by, StreamCommand command)
    {
        var context = command.Context;
        if (command.Refused is { } refused)
            return (new CommandOutcome.Refused(refused, by.Version), null);
        if (_done.TryGetValue(context.CommandId.Value, out var first))
            return (first with { Repeated = true }, null);
        var verdict = Judge(by.State, command);
        if (verdict?.Refusal is { } forbidden)
            return (new CommandOutcome.Refused(forbidden, by.Version), null);
        if (context.ExpectedVersion is { } expected && expected != by.Version)
            return (new CommandOutcome.Refused(Conflict(by.Version, expected), by.Version), null);
        return decider.Decide(by.State, command.Command, context) switch
        {
            Rejection rejection => (new CommandOutcome.Refused(rejection, by.Version), null),
            Accepted { Events.Count: 0 } => (new CommandOutcome.Committed(by.Version, 0, 0, 0, null, Repeated: false), null),
            Accepted when command.Missing is { } missing => (new CommandOutcome.Refused(missing, by.Version), null),
            Accepted accepted => (null, PendingEvent.Of(stream, accepted.Events, Authorised(command, verdict), _position, secrets)),
            var other => throw new InvalidOperationException($"{other.GetType()} is no decision."),
        };
    }

    /// <summary>By the state that it meets: what a person may do about an article depends on what the article is about.</summary>
    private Verdict? Judge(object state, StreamCommand command) => command.Standing is not { } standing ? null
        : Policy.May(standing, command.Context.Duty, command.Context.OnBehalfOf, Actions.Of(command.Command, state),
            PolicySubject.Of(decider, state, stream, command.Command, command.Context, command.Kinds));

    private static StreamCommand Authorised(StreamCommand command, Verdict? verdict) => verdict is null ? command
        : command with { Context = command.Context with { AuthorisedBy = verdict.Assignment, Policy = verdict.Rule } };

    private static Rejection Conflict(long current, long expected) =>
        new("VERSION_CONFLICT", $"The current version is {current}, but version {expected} was expected.",
            "Read the current version and decide again.", "expectedVersion");

    /// <summary>Commands that came together: what they have decided so far, and what they will be answered.</summary>
    private sealed class Deciding(IActorRef sender, StreamCommand first, object state, long version)
    {
        public WriteTurn? Turn => first.Turn;

        public bool IsGivenUp => RealTime.UtcNow >= first.Until || first.Turn is { IsOver: true };

        /// <summary>The stream as it will be; positions and times are not known yet.</summary>
        public object State { get; set; } = state;

        public long Version { get; set; } = version;

        public List<PendingEvent> Events { get; private set; } = [];

        public List<(StreamCommand Command, CommandOutcome? Known)> Outcomes { get; } = new(1);

        public bool Has(CommandId id)
        {
            foreach (var (command, _) in Outcomes)
                if (command.Context.CommandId == id)
                    return true;
            return false;
        }

        public void Add(StreamCommand command, CommandOutcome? outcome, List<PendingEvent>? events)
        {
            Outcomes.Add((command, outcome));
            if (events is null)
                return;
            if (Events.Count == 0)
                Events = events;
            else
                Events.AddRange(events);
        }

        /// <summary>Answers with what was known at once, else with the outcome given; after a failure nothing is known.</summary>
        public void Answer(Func<StreamCommand, CommandOutcome?> outcome, Exception? failure)
        {
            foreach (var (command, known) in Outcomes)
                sender.Tell(new StreamReply(command.Number, failure is null ? known ?? outcome(command) : null, failure));
        }
    }
}
