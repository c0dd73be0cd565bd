using System.Reflection;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>A mutation: its name, its command and the streams that it goes to.</summary>
/// <param name="Name">Name in the schema, which its input and its payload bear too.</param>
/// <param name="Command">The command record.</param>
/// <param name="Payload">Class of the payload.</param>
/// <param name="Category">Category of the stream.</param>
internal sealed record MutationDefinition(string Name, Type Command, Type Payload, string Category)
{
    /// <summary>Stream of a command that names no existing one; null where <c>id</c> names it.</summary>
    public Func<InstitutionCode, CommandId, Command, StreamId>? Begins { get; init; }

    /// <summary>The same, where the stream is known under the ledger's key alone.</summary>
    public Func<Pseudonyms, Command, StreamId>? BeginsBy { get; init; }

    /// <summary>True where no existing stream is named.</summary>
    public bool IsBeginning => Begins is not null || BeginsBy is not null;

    /// <summary>Field with the id of the stream whose institution acts; null = the input says which institution.</summary>
    public string? InstitutionOf { get; init; }

    /// <summary>True where a person may act for another institution than the one whose stream it is; the input says for which.</summary>
    public bool MayActForAnother { get; init; }

    /// <summary>Members of the command that nobody is asked for; null = everybody is asked for all.</summary>
    public LookUp? LookUp { get; init; }

    /// <summary>What must stay until the command is answered.</summary>
    public Func<Operation, Command, IDisposable?> Holds { get; init; } = (_, _) => null;

    /// <summary>True where the command is refused without a reason, which no command makes depend on what it says.</summary>
    public bool NeedsReason { get; } = Empty(Command).Needs.HasFlag(Needs.Reason);

    /// <summary>A command that says nothing, for what the kind alone decides.</summary>
    public Command Sample { get; } = Empty(Command);

    /// <summary>Name with a capital.</summary>
    public string TypeName => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>The constructor of a record that says the most.</summary>
    internal static ConstructorInfo ConstructorOf(Type type) =>
        type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First();

    private static Command Empty(Type command)
    {
        var constructor = ConstructorOf(command);
        return (Command)constructor.Invoke(new object?[constructor.GetParameters().Length]);
    }
}

/// <summary>Members of a command that are looked up, once for all of them.</summary>
/// <param name="Members">Names of the members, in the command's order.</param>
/// <param name="Find">Gives their values, in the same order, from what the input says.</param>
internal sealed record LookUp(
    IReadOnlyList<string> Members, Func<InputReading, IDictionary<string, object?>, ValueTask<IReadOnlyList<object?>>> Find);
