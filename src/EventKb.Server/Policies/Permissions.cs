using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Domain.Policies;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Ownership;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.Policies;

/// <summary>Judges at a view what the gateway judges at the head.</summary>
internal static class Permissions
{
    public static async Task<Verdict> Judge(
        Reading view, PolicyAction action, string subject, string? person, Duty? actingDuty, string? onBehalfOf)
    {
        var who = await StandingOf(view, new PersonId(person ?? ""));
        return Policy.May(who, actingDuty, onBehalfOf is null ? null : new PersonId(onBehalfOf), action, await SubjectOf(view, subject));
    }

    private static async Task<Standing> StandingOf(Reading view, PersonId person)
    {
        if (person.Stream is not { } entry)
            return new(person, false, [], []);
        var known = (PersonState)await StateOf(view, Person.Decider, entry);
        return new(person, known.Kind == PersonKind.LocalOperator, [.. known.RightsOn(Instants.Day(view.Pin.Valid))],
            await DutiesOfPerson.At(view.Session, view.Pin, person));
    }

    /// <summary>An institution by its code, or a stream; what nobody knows is about nothing.</summary>
    private static async Task<PolicySubject> SubjectOf(Reading view, string subject)
    {
        if (InstitutionCode.IsValid(subject))
            return new(new(subject), []);
        if (StreamId.Parse(subject) is not { } stream || Deciders.Find(stream.Category) is not { } decider)
            throw new CodedError("INVALID_INPUT", "'subject' must be the id of something or the code of an institution.");
        return PolicySubject.Of(decider, await StateOf(view, decider, stream), stream, await view.Shared(_ => new KindsOfEntries()).In(view.Session));
    }

    private static async Task<object> StateOf(Reading view, Decider decider, StreamId stream) =>
        (await view.Operation.Services.Feed.Stream(stream, long.MaxValue)).TakeWhile(recorded => recorded.Position <= view.Pin.Position)
            .Aggregate(decider.Initial, decider.Evolve);
}
