using EventKb.Domain.Persons;
using EventKb.ReadModels.Persons;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;
using static EventKb.Domain.Persons.PersonCommand;

namespace EventKb.Server.Persons;

/// <summary>The directory of persons, groups and programs.</summary>
internal static class PersonFeature
{
    private static readonly MutationsOf<PersonCommand, PersonPayload> Entry = new(Person.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(PersonQuestions),
            Nodes =
            [
                NodeType.Of<PersonAnswer, PersonRow>(Person.Category, PersonQueries.ByIds, (view, row) => new PersonAnswer(view, row.Id)),
            ],
            Mutations =
            [
                Entry.Begin<Register>("registerPerson", Person.Begun),
                Entry.Change<Rename>("renamePerson"),
                Entry.Change<Leave>("recordPersonDeparture"),
                Entry.Change<Return>("recordPersonReturn"),
                Entry.Change<Disable>("disablePerson"),
                Entry.Change<Enable>("enablePerson"),
                Entry.Change<AddMember>("addGroupMember"),
                Entry.Change<RemoveMember>("removeGroupMember"),
                Entry.Change<Erase>("erasePerson"),
            ],
            WithoutMutation = [typeof(Claim)],
        },
    };
}

/// <summary>What became of a command about an entry of the directory.</summary>
internal sealed class PersonPayload : CommandPayload
{
    public Task<PersonAnswer?> Person() => Changed<PersonAnswer>();
}
