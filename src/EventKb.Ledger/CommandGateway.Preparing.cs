using EventKb.Domain;
using Decider = EventKb.Domain.Decider;

namespace EventKb.Ledger;

/// <content>What a command is checked against, and told, before its stream's actor gets it.</content>
public sealed partial class CommandGateway
{
    private async Task<StreamCommand> Prepare(Decider decider, StreamId stream, Command command, CommandContext context,
        CancellationToken cancellation)
    {
        var now = UnixMicroseconds.Truncate(_options.Time.GetUtcNow());
        var occurred = UnixMicroseconds.Truncate(context.OccurredAt);
        // The clock may have been set back since the sender read it.
        context = context with { Now = now, OccurredAt = occurred > now && occurred - now <= MostSetBack ? now : occurred };
        var sent = new StreamCommand(stream, command, context, Check(decider, stream, command, context),
            RealTime.UtcNow + _options.CommandDeadline);
        if (sent.Refused is not null)
            return sent;
        sent = await Informed(sent, cancellation);
        return sent with { Refused = await _options.Authority(stream, command, sent.Context, cancellation) };
    }

    private Decider? DeciderOf(StreamId stream) =>
        StreamId.Parse(stream.Text) is null ? null : _deciders.GetValueOrDefault(stream.Category);

    private static Rejection Unknown(StreamId stream) =>
        new("UNKNOWN_STREAM", $"'{stream}' is not a stream of this ledger.", "Name a stream of a kind that exists.", "id");

    private static Rejection? Check(Decider decider, StreamId stream, Command command, CommandContext context)
    {
        if (!decider.Takes(command))
            return new Rejection("WRONG_STREAM", $"{command.GetType().Name} is not a command for '{stream}'.",
                $"Send it to a stream of its own kind, not of the kind '{stream.Category}'.", "id");
        if (command.Home(stream.Institution) is { } home && home != stream)
            return new Rejection("WRONG_STREAM", $"What {command.GetType().Name} says belongs to '{home}', not to '{stream}'.",
                "Send it to that stream.", "id");
        return context.OccurredAt > context.Now
            ? new Rejection("OCCURRED_IN_FUTURE", $"The time of occurrence {context.OccurredAt} is in the future; it is now {context.Now}.",
                "Give the time at which it became true.", "occurredAt")
            : null;
    }

    private async Task<StreamCommand> Informed(StreamCommand sent, CancellationToken cancellation)
    {
        sent = await WithStanding(await WithRules(sent with { DecidedBy = [], RefersTo = [], RefersToNone = [] }, cancellation), cancellation);
        if (!_options.References)
            return sent;
        var (missing, last, none) = await _referred.Check(ReferencesOf(sent), sent.Context.Now);
        return sent with { Missing = missing, RefersTo = [.. sent.RefersTo.Union(last)], RefersToNone = none };
    }

    private static IEnumerable<Reference?> ReferencesOf(StreamCommand sent) => sent.Command.References(sent.Stream).Concat(sent.Context.References);

    /// <summary>What was recorded before the command counts for it; what is recorded meanwhile, the store does not overlook.</summary>
    private async Task<StreamCommand> WithRules(StreamCommand sent, CancellationToken cancellation)
    {
        if (sent.Command.Needs == Needs.Nothing || sent.Context.Via == Via.Import)
            return sent;
        var since = await LastOf(_options.RulesFrom);
        var (rules, position, stateRulesBy) = await _options.Rules(sent.Stream.Institution, since, LeftUntil(sent.Until), cancellation);
        return sent with
        {
            Context = sent.Context with { Rules = rules, StateRulesBy = stateRulesBy },
            DecidedBy = [new ReadAt(_options.RulesFrom, position)],
        };
    }

    private async Task<long> LastOf(IReadOnlyList<string> categories)
    {
        var last = 0L;
        foreach (var category in categories)
            last = Math.Max(last, await _store.LastOf(category));
        return last;
    }
}
