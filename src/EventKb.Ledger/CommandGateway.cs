using Akka.Actor;
using EventKb.Domain;
using Decider = EventKb.Domain.Decider;

namespace EventKb.Ledger;

/// <summary>The one way in for commands.</summary>
public sealed class CommandGateway : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);
    private readonly LedgerStore _store;
    private readonly IActorRef _streams;
    private readonly LedgerOptions _options;
    private readonly Dictionary<string, Decider> _deciders;
    private readonly SemaphoreSlim _room;

    internal CommandGateway(LedgerStore store, IActorRef streams, LedgerOptions options)
    {
        (_store, _streams, _options) = (store, streams, options);
        _deciders = options.Deciders.ToDictionary(d => d.Category);
        _room = new SemaphoreSlim(options.MostCommandsAtOnce);
    }

    /// <summary>
    /// Sends a command to its stream. While the outcome is unknown it is sent again under the same id, until the deadline; then
    /// <see cref="LedgerUnavailableException"/>. <see cref="CommandContext.Now"/> is set here.
    /// </summary>
    public async Task<CommandOutcome> Send(StreamId stream, Command command, CommandContext context,
        CancellationToken cancellation = default)
    {
        if (_store.Damage is { } damage)
            throw new LedgerUnavailableException(damage.Message, damage);
        if (!await _room.WaitAsync(_options.CommandDeadline, cancellation))
            throw new LedgerUnavailableException("Too many commands wait for the ledger. Send it again with the same id.");
        try
        {
            context = context with
            {
                Now = UnixMicroseconds.Truncate(_options.Time.GetUtcNow()),
                OccurredAt = UnixMicroseconds.Truncate(context.OccurredAt),
            };
            if (Unknown(stream) is { } unknown)
                return new CommandOutcome.Refused(unknown, 0);
            var rejection = Check(stream, command, context);
            if (rejection is null)
            {
                context = await WithRules(stream, command, context, cancellation);
                rejection = await _options.Authority(stream, command, context, cancellation);
            }

            return await SendUntilKnown(stream, command, context, rejection, cancellation);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    private Rejection? Unknown(StreamId stream) =>
        StreamId.Parse(stream.ToString()) is null || !_deciders.ContainsKey(stream.Category)
            ? new Rejection("UNKNOWN_STREAM", $"'{stream}' is no stream of this ledger.", "Name an existing kind of stream.", "id")
            : null;

    private Rejection? Check(StreamId stream, Command command, CommandContext context)
    {
        if (!_deciders[stream.Category].Takes(command))
            return new Rejection("WRONG_STREAM", $"{command.GetType().Name} is no command of '{stream}'.",
                $"Send it to a stream of its own kind, not of '{stream.Category}'.", "id");
        return context.OccurredAt > context.Now
            ? new Rejection("OCCURRED_IN_FUTURE", $"It cannot have occurred at {context.OccurredAt:O}; it is {context.Now:O}.",
                "Give the time at which it became true.", "occurredAt")
            : null;
    }

    private async Task<CommandContext> WithRules(StreamId stream, Command command, CommandContext context,
        CancellationToken cancellation) =>
        command.Needs != Needs.Nothing && context.Via is not (Via.Import or Via.Schedule)
            ? context with { Rules = await _options.Rules(stream.Institution, cancellation) }
            : context;

    private async Task<CommandOutcome> SendUntilKnown(StreamId stream, Command command, CommandContext context,
        Rejection? refused, CancellationToken cancellation)
    {
        var sent = new StreamCommand(stream, command, context, refused, DateTimeOffset.UtcNow + _options.CommandDeadline);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var reply = await SendOnce(sent, cancellation);
            if (reply.Outcome is { } outcome)
                return outcome;
            if (DateTimeOffset.UtcNow + pause >= sent.Until)
                throw new LedgerUnavailableException(
                    $"The ledger did not take the command: {reply.Failure!.Message} Send it again with the same id.", reply.Failure);
            await Task.Delay(pause, cancellation);
        }
    }

    private async Task<StreamReply> SendOnce(StreamCommand command, CancellationToken cancellation)
    {
        try
        {
            return await _streams.Ask<StreamReply>(command, LeftUntil(command.Until), cancellation);
        }
        catch (AskTimeoutException late)
        {
            return new StreamReply(null, late);
        }
    }

    // To Akka no time at all means without end.
    private static TimeSpan LeftUntil(DateTimeOffset until) =>
        until - DateTimeOffset.UtcNow is var left && left > LeastWait ? left : LeastWait;
}
