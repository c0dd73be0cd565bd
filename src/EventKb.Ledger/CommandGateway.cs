using System.Runtime.ExceptionServices;
using Akka.Actor;
using EventKb.Domain;
using Decider = EventKb.Domain.Decider;

namespace EventKb.Ledger;

/// <summary>The one way in for commands.</summary>
public sealed partial class CommandGateway : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostSetBack = TimeSpan.FromSeconds(2);
    private readonly LedgerStore _store;
    private readonly IActorRef _streams;
    private readonly ReplyAddress _replies;
    private readonly LedgerOptions _options;
    private readonly Dictionary<string, Decider> _deciders;
    private readonly ReferredStreams _referred;
    private readonly SemaphoreSlim _room;

    internal CommandGateway(LedgerStore store, IActorRef streams, ReplyAddress replies, LedgerOptions options)
    {
        (_store, _streams, _replies, _options) = (store, streams, replies, options);
        _deciders = options.Deciders.ToDictionary(d => d.Category);
        _referred = new ReferredStreams(store, _deciders);
        _room = new SemaphoreSlim(options.MostCommandsAtOnce);
    }

    /// <summary>
    /// Sends a command to its stream. While the outcome is unknown it is sent again under the same id, until the deadline; then
    /// <see cref="LedgerUnavailableException"/>. <see cref="CommandContext.Now"/> is set here.
    /// </summary>
    public async Task<CommandOutcome> Send(StreamId stream, Command command, CommandContext context,
        CancellationToken cancellation = default) =>
        (await Send(stream, [(command, context)], null, cancellation))[0];

    /// <summary>
    /// Sends commands to one stream, each decided by what those before it have done, written together when the turn has come; the turn is
    /// passed on then, and at the latest at the end.
    /// </summary>
    public async Task<CommandOutcome[]> Send(StreamId stream, IReadOnlyList<(Command Command, CommandContext Context)> commands,
        WriteTurn? turn, CancellationToken cancellation = default)
    {
        try
        {
            if (_store.Damage is { } damage)
                throw new LedgerUnavailableException(damage.Wording, damage);
            if (!await _room.WaitAsync(_options.CommandDeadline, cancellation))
                throw new LedgerUnavailableException("Too many commands are waiting for the ledger. Send this one again with the same id.");
            try
            {
                if (DeciderOf(stream) is not { } decider)
                    return [.. commands.Select(_ => new CommandOutcome.Refused(Unknown(stream), 0))];
                var sent = new StreamCommand[commands.Count];
                for (var i = 0; i < sent.Length; i++)
                    sent[i] = await Prepare(decider, stream, commands[i].Command, commands[i].Context, cancellation) with { Turn = turn };
                return await SendUntilKnown(sent, cancellation);
            }
            finally
            {
                _room.Release();
            }
        }
        finally
        {
            turn?.End();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    private async Task<CommandOutcome[]> SendUntilKnown(StreamCommand[] sent, CancellationToken cancellation)
    {
        var outcomes = new CommandOutcome?[sent.Length];
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await SendOnce(sent, outcomes, cancellation) is not { } failure)
                return outcomes!;
            if (RealTime.UtcNow + pause >= sent[0].Until)
                throw new LedgerUnavailableException(
                    $"The ledger did not take the command: {Said(failure)} Send it again with the same id.", failure);
            await Task.Delay(pause, cancellation);
            for (var i = 0; i < sent.Length; i++)
                if (outcomes[i] is null && sent[i].Refused is null)
                {
                    // It may have been refused because these are no longer in force.
                    _referred.Forget(ReferencesOf(sent[i]), sent[i].Context.Person);
                    sent[i] = await Informed(sent[i], cancellation);
                }
        }
    }

    private static object Said(Exception failure) => failure is AppendRefusedException refused ? (object)refused.Fact : failure.Message;

    /// <summary>The first outcome of the same command; another one is refused under its id.</summary>
    private async Task<CommandOutcome> Again(StreamCommand sent, CommandOutcome.Committed first) =>
        CommandDigest.IsOther(sent.Command, sent.Context, await _store.Read(first.FirstPosition - 1, first.Events))
            ? new CommandOutcome.Refused(new Rejection("COMMAND_ID_REUSED",
                $"The id belongs to another command, which was recorded at position {first.FirstPosition}.",
                "Send this command with another id.", "clientMutationId"), first.Version)
            : first;

    /// <summary>Sends those whose outcomes are not known yet; gives the failure of one that is still unknown, or null.</summary>
    private async Task<Exception?> SendOnce(StreamCommand[] sent, CommandOutcome?[] outcomes, CancellationToken cancellation)
    {
        StreamCommand[] open = Array.Exists(outcomes, outcome => outcome is not null) ? [.. sent.Where((_, i) => outcomes[i] is null)] : sent;
        var replies = await _replies.Ask(_streams, open, LeftUntil(sent[0].Until), cancellation);
        Exception? failure = null;
        for (var (i, next) = (0, 0); i < sent.Length; i++)
        {
            if (outcomes[i] is not null)
                continue;
            var reply = replies[next++];
            if (reply.IsBug)
                ExceptionDispatchInfo.Throw(reply.Failure!);
            failure = reply.Failure ?? failure;
            outcomes[i] = reply.Outcome is CommandOutcome.Committed { Repeated: true } first ? await Again(sent[i], first) : reply.Outcome;
        }

        return failure;
    }

    // A timer cuts off fractions of a millisecond. Giving up before the actor's deadline would leave a command that is still carried out.
    private static TimeSpan LeftUntil(DateTimeOffset until) =>
        until - RealTime.UtcNow is var left && left > TimeSpan.Zero
            ? TimeSpan.FromMilliseconds((int)left.TotalMilliseconds + 2)
            : TimeSpan.Zero;
}
