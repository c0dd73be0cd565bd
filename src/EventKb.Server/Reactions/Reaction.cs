using EventKb.Domain;
using EventKb.ReadModels;

namespace EventKb.Server.Reactions;

/// <summary>What time brings to one kind of stream.</summary>
/// <param name="Name">Name that the ids of its commands are made from.</param>
/// <param name="Due">A page of what is due, of a length, after what was last on the page before.</param>
/// <param name="Command">The command that does it.</param>
internal sealed record Reaction(string Name, Func<ReadSession, DateTimeOffset, int, DueWork?, Task<List<DueWork>>> Due,
    Func<DueWork, Command> Command);
