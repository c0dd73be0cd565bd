using EventKb.Domain;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>Writes the mutations of one kind of aggregate, a line each.</summary>
/// <typeparam name="TCommand">Base of its commands.</typeparam>
/// <typeparam name="TPayload">What shows the changed object.</typeparam>
internal sealed class MutationsOf<TCommand, TPayload>(string category)
    where TCommand : Command
    where TPayload : CommandPayload, new()
{
    /// <summary>A command to a stream that there is.</summary>
    public MutationDefinition Change<T>(string name) where T : TCommand => new(name, typeof(T), typeof(TPayload), category);

    /// <summary>A command that names the one stream it can begin.</summary>
    public MutationDefinition Begin<T>(string name) where T : TCommand => Change<T>(name) with { Begins = AtHome };

    /// <summary>A command that begins a stream whose id follows from the command's.</summary>
    public MutationDefinition Begin<T>(string name, Func<InstitutionCode, CommandId, StreamId> stream) where T : TCommand =>
        Change<T>(name) with { Begins = (institution, id, _) => stream(institution, id) };

    private static StreamId AtHome(InstitutionCode institution, CommandId id, Command command) =>
        command.Home(institution) ?? throw new InputRefused(Rejection.Invalid("subject", "The duty cannot be assigned for this subject."));
}
