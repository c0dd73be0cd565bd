using System.Collections.Frozen;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Policies;

namespace EventKb.Ledger;

/// <summary>A command on its way to the actor of its stream, which answers its sender with a <see cref="StreamReply"/>.</summary>
/// <param name="Stream">The stream; names the actor, and is what a shard region will extract.</param>
/// <param name="Command">What is asked of it.</param>
/// <param name="Context">Everything else about it.</param>
/// <param name="Refused">Why it was refused on its way; the actor, which knows its stream's version without reading, only adds that.</param>
/// <param name="Until">When its sender gives up; after that it is not carried out.</param>
internal sealed record StreamCommand(StreamId Stream, Command Command, CommandContext Context, Rejection? Refused, DateTimeOffset Until)
{
    /// <summary>Tells its reply from others at the same address.</summary>
    public long Number { get; init; }

    /// <summary>How far was known what it is decided by besides its stream: the rules in its context, the duties in its standing.</summary>
    public IReadOnlyList<ReadAt> DecidedBy { get; init; } = [];

    /// <summary>Who sends it, by which it is judged; null = it is not judged.</summary>
    public Standing? Standing { get; init; }

    /// <summary>What each entry of the catalogue is, where it is judged.</summary>
    public IReadOnlyDictionary<string, EntryKind> Kinds { get; init; } = FrozenDictionary<string, EntryKind>.Empty;

    /// <summary>Positions of the last events of the streams that it refers to.</summary>
    public IReadOnlyList<long> RefersTo { get; init; } = [];

    /// <summary>Streams that it refers to and that have no event.</summary>
    public IReadOnlyList<string> RefersToNone { get; init; } = [];

    /// <summary>Why it is refused unless it was recorded before or has nothing to say: what it refers to is not there.</summary>
    public Rejection? Missing { get; init; }

    /// <summary>When its events may be written; null = at once.</summary>
    public WriteTurn? Turn { get; init; }

    /// <summary>The next command to the same stream, decided after it and written with it.</summary>
    public StreamCommand? Then { get; init; }

    /// <summary>The stream's id as stored.</summary>
    public string EntityId { get; } = Stream.ToString();

    /// <summary>Digest by which a repeat is recognised; its texts are under a salt.</summary>
    public string DigestUnder(byte[]? salt) => salt is null ? CommandDigest.Of(Command, Context) : CommandDigest.Of(Command, Context, salt);

    /// <summary>This command and those to be decided after it.</summary>
    public IEnumerable<StreamCommand> WithThose()
    {
        for (var command = this; command is not null; command = command.Then)
            yield return command;
    }
}

/// <summary>An outcome, or the failure that leaves it unknown, of the command of that number; a bug is its sender's to see.</summary>
internal sealed record StreamReply(long Number, CommandOutcome? Outcome, Exception? Failure, bool IsBug = false);
