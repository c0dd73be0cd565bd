using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;
using EventKb.Server.Persons;

namespace EventKb.Server.Demo;

/// <summary>Sends the demo's commands as the people of the story, at the times of the story; a second run repeats none of them.</summary>
internal sealed class DemoSender(EmbeddedLedger ledger, InstitutionCode institution, string story = "demo")
{
    private readonly PersonClaims _persons = new(ledger);
    private int _ordinal;

    /// <summary>Pseudonym of someone in the story.</summary>
    public Task<PersonId> Person(string name) => _persons.Enter(_persons.Of(institution, PersonKind.Person, "demo", name, name), null, Via.Api);

    /// <summary>Id that the next command will have.</summary>
    public CommandId NextId => CommandId.From(story, (_ordinal + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends a command; the story has no refusals.</summary>
    public async Task<CommandOutcome.Committed> Send(string when, string who, StreamId stream, Command command, string? reasonCode = null,
        string? reason = null, Duty? duty = null)
    {
        var (id, at) = (NextId, DateTimeOffset.Parse(when, CultureInfo.InvariantCulture));
        _ordinal++;
        var context = new CommandContext(id, at, at, await Person(who), institution, Via.Api, $"command:{id}", "demo")
        {
            ReasonCode = reasonCode,
            ReasonText = reason,
            Duty = duty,
        };
        return await Send(stream, command, context);
    }

    /// <summary>Sends what the clock brings after an event, at the event's time, so that the story is the same where no clock runs.</summary>
    public async Task Follow(RecordedEvent cause, StreamId stream, Command command)
    {
        var (id, at) = (NextId, cause.OccurredAt);
        _ordinal++;
        await Send(stream, command, new CommandContext(id, at, at, new PersonId("clock"), institution, Via.Schedule, cause.EventId, "demo")
        {
            PlannedFor = at,
        });
    }

    private async Task<CommandOutcome.Committed> Send(StreamId stream, Command command, CommandContext context) =>
        await ledger.Gateway.Send(stream, command, context) switch
        {
            CommandOutcome.Committed done => done,
            CommandOutcome.Refused refused => throw new InvalidOperationException($"The demo's command was refused: {refused.Rejection.Fact}"),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no known outcome."),
        };
}
