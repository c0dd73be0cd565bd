using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.Reactions;

/// <summary>Sends what time brings: publications that are due, and provisional ones whose time has run out. Each cause acts once.</summary>
internal sealed partial class ScheduledReactions(
    OperationServices services, ServerOptions options, IReadOnlyList<Reaction> reactions, ILogger<ScheduledReactions> log) : BackgroundService
{
    private static readonly PersonId Clock = new("clock");

    /// <summary>Commands that are under way at once.</summary>
    internal int AtOnce { get; init; } = 100;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.ReactionInterval);
        while (await Next(timer, stoppingToken))
        {
            try
            {
                await React(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailure(log, failure);
            }
        }
    }

    /// <summary>Sends the commands for everything that is due now.</summary>
    internal async Task React(CancellationToken cancellation)
    {
        await using var session = services.Store.OpenSession();
        var now = services.Clock.GetUtcNow();
        foreach (var reaction in reactions)
            for (var due = await reaction.Due(session, now, AtOnce, null); due.Count > 0; due = await reaction.Due(session, now, AtOnce, due[^1]))
                await Task.WhenAll(due.Select(one => TrySend(reaction.Name, one, reaction.Command(one), cancellation)));
    }

    /// <summary>What one stream cannot do keeps no other waiting; it is due again in the next round.</summary>
    private async Task TrySend(string reaction, DueWork due, Command command, CancellationToken cancellation)
    {
        try
        {
            await Send(reaction, due, command, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogItemFailure(log, failure, reaction, due.Stream);
        }
    }

    private async Task Send(string reaction, DueWork due, Command command, CancellationToken cancellation)
    {
        var stream = StreamId.Parse(due.Stream)!.Value;
        var cause = Micros.From(due.Due).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var id = CommandId.From(reaction, due.Stream, due.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture), cause);
        var context = new CommandContext(id, due.Due, due.Due, Clock, stream.Institution, Via.Schedule, due.PlannedBy, id.Value)
        {
            PlannedFor = due.Due,
        };
        if (await services.Gateway.Send(stream, command, context, cancellation) is CommandOutcome.Refused refused)
            LogRefused(log, reaction, due.Stream, refused.Rejection.Code);
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Scheduled work failed and is tried again.")]
    private static partial void LogFailure(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reaction} of {Stream} failed and is tried again.")]
    private static partial void LogItemFailure(ILogger log, Exception failure, string reaction, string stream);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reaction} of {Stream} was refused: {Code}")]
    private static partial void LogRefused(ILogger log, string reaction, string stream, string code);
}
