using System.Diagnostics;
using Akka.Actor;
using EventKb.Domain;
using EventKb.Domain.Erasure;
using Decider = EventKb.Domain.Decider;

namespace EventKb.Ledger;

/// <summary>The one way in for commands.</summary>
public sealed class CommandGateway : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);
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
            if (rejection is null && command is ErasureCommand.EraseContent erase)
                rejection = await FindErased(erase, cancellation);
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

    /// <summary>Only the ledger knows whether there is such an event.</summary>
    private async Task<Rejection?> FindErased(ErasureCommand.EraseContent erase, CancellationToken cancellation)
    {
        var found = await _store.Read(Math.Max(erase.Position, 1) - 1, 1, cancellation);
        return found.Count == 1 && found[0].Stream == erase.Stream
            ? null
            : new Rejection("NOT_FOUND", $"'{erase.Stream}' has no event at position {erase.Position}.",
                "Name the position and the stream of the event as the audit trail shows them.", "position");
    }

    private async Task<CommandContext> WithRules(StreamId stream, Command command, CommandContext context,
        CancellationToken cancellation) =>
        command.Needs != Needs.Nothing && context.Via is not (Via.Import or Via.Schedule)
            ? context with { Rules = await _options.Rules(stream.Institution, cancellation) }
            : context;

    private async Task<CommandOutcome> SendUntilKnown(StreamId stream, Command command, CommandContext context,
        Rejection? refused, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var failure = await SendOnce(new StreamCommand(stream, command, context) { Refused = refused }, begun, cancellation);
            if (failure.Outcome is { } outcome)
                return outcome;
            if (Stopwatch.GetElapsedTime(begun) + pause >= _options.CommandDeadline)
                throw new LedgerUnavailableException(
                    $"The ledger did not take the command: {failure.Failure!.Message} Send it again with the same id.",
                    failure.Failure);
            await Task.Delay(pause, cancellation);
        }
    }

    private async Task<StreamReply> SendOnce(StreamCommand command, long begun, CancellationToken cancellation)
    {
        _streams.Tell(command, ActorRefs.NoSender);
        try
        {
            var left = _options.CommandDeadline - Stopwatch.GetElapsedTime(begun);
            return await command.Reply.Task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation);
        }
        catch (TimeoutException late)
        {
            return new StreamReply(null, late);
        }
        finally
        {
            // Whoever gave up must not be acted for later, so the actor drops what is already answered.
            command.Reply.TrySetResult(default);
        }
    }
}
