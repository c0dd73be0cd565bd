using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;
using EventKb.ReadModels.Persons;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Reactions;
using static EventKb.Domain.Persons.PersonCommand;
using Command = EventKb.Domain.Command;

namespace EventKb.Server.Persons;

/// <summary>The directory of persons, groups and programs.</summary>
internal static class PersonFeature
{
    private static readonly MutationsOf<PersonCommand, PersonPayload> Entry = new(Person.Category);
    private static readonly MutationsOf<IdentityCommand, IdentityPayload> Account = new(Identity.Category);

    /// <summary>An account is known by issuer and subject, under the ledger's key.</summary>
    private static StreamId StreamOf(Pseudonyms pseudonyms, Command command) =>
        command is IdentityCommand.Propose said ? pseudonyms.OfIdentity(said.Issuer, said.Subject)
            : throw new InvalidOperationException($"{command} names no account.");

    private static IdentityCommand.Forget Forget(ForgottenIdentity due) => new(due.LegalBasis);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(PersonQuestions),
            Nodes =
            [
                NodeType.Of<PersonAnswer, PersonRow>(Person.Category, PersonQueries.ByIds, (view, row) => new PersonAnswer(view, row.Id)),
                NodeType.Of<IdentityNode, IdentityRow>(Identity.Category, IdentityQueries.ByIds, (view, row) => new IdentityNode(view, row)),
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
                Entry.Change<GrantRight>("grantRight"),
                Entry.Change<RevokeRight>("revokeRight"),
                Account.Change<IdentityCommand.Propose>("proposeIdentity") with
                {
                    InstitutionOf = "person",
                    BeginsBy = StreamOf,
                },
                Account.Change<IdentityCommand.Confirm>("confirmIdentity"),
                Account.Change<IdentityCommand.Release>("releaseIdentity"),
            ],
            WithoutMutation = [typeof(Claim), typeof(Mirror), typeof(MirrorAbsence), typeof(IdentityCommand.Forget)],
        },
        Reactions = [new Reaction("forget-identity", IdentityQueries.OfErased, due => Forget((ForgottenIdentity)due))],
    };
}

/// <summary>What became of a command about an entry of the directory.</summary>
internal sealed class PersonPayload : CommandPayload
{
    public Task<PersonAnswer?> Person() => Changed<PersonAnswer>();
}

/// <summary>What became of a command about an account of a sign-in provider.</summary>
internal sealed class IdentityPayload : CommandPayload
{
    public Task<IdentityNode?> Identity() => Changed<IdentityNode>();
}
