using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>A command on its way to the actor of its stream; the reply goes straight to the one who waits.</summary>
internal sealed class StreamCommand(StreamId stream, Command command, CommandContext context)
{
    /// <summary>Kept apart, so that whoever waits for it to be answered does not keep the command's texts.</summary>
    public TaskCompletionSource<StreamReply> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Names the actor; what a shard region will extract.</summary>
    public string EntityId { get; } = stream.ToString();

    public string Category { get; } = stream.Category;

    public Command Command { get; } = command;

    public CommandContext Context { get; } = context;

    /// <summary>Why it was refused on its way; the actor, which knows its stream's version without reading, only adds that.</summary>
    public Rejection? Refused { get; init; }
}

/// <summary>An outcome, or the failure that leaves it unknown.</summary>
internal readonly record struct StreamReply(CommandOutcome? Outcome, Exception? Failure);
