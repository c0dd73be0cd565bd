using EventKb.Domain;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>A mutation: its name, its command, the stream it goes to and the fields that name that stream.</summary>
/// <param name="Name">Name in the schema.</param>
/// <param name="Command">The command record.</param>
/// <param name="Payload">Payload type.</param>
/// <param name="Category">Category of the stream.</param>
/// <param name="Begins">
/// Stream of a command that names no existing one, from the institution, the command's id and the command; null where <c>id</c> names it.
/// </param>
internal sealed record MutationDefinition(
    string Name, Type Command, Type Payload, string Category, Func<InstitutionCode, CommandId, Command, StreamId>? Begins = null);
