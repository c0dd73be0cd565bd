using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.Reactions;

/// <summary>Sends what time brings: publications that are due, and provisional ones whose time has run out. Each cause acts once.</summary>
internal sealed partial class ScheduledReactions(OperationServices services, ServerOptions options, ILogger<ScheduledReactions> log)
    : BackgroundService
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
        await SendAll("publish-on-schedule", after => ScheduledWork.DuePublications(session, now, AtOnce, after),
            due => new KnowledgeArticleCommand.Publish(due.Revision), cancellation);
        await SendAll("lapse-provision", after => ScheduledWork.DueLapses(session, now, AtOnce, after),
            due => new KnowledgeArticleCommand.LapseProvision(due.Revision), cancellation);
    }

    private async Task SendAll(string reaction, Func<DueWork?, Task<List<DueWork>>> page, Func<DueWork, Command> command,
        CancellationToken cancellation)
    {
        for (var due = await page(null); due.Count > 0; due = await page(due[^1]))
            await Task.WhenAll(due.Select(one => TrySend(reaction, one, command(one), cancellation)));
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
            LogItemFailure(log, failure, reaction, due.Article);
        }
    }

    private async Task Send(string reaction, DueWork due, Command command, CancellationToken cancellation)
    {
        var stream = StreamId.Parse(due.Article)!.Value;
        var cause = Micros.From(due.Due).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var id = CommandId.From(reaction, due.Article, due.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture), cause);
        var context = new CommandContext(id, due.Due, due.Due, Clock, stream.Institution, Via.Schedule, due.PlannedBy, id.Value)
        {
            PlannedFor = due.Due,
        };
        if (await services.Gateway.Send(stream, command, context, cancellation) is CommandOutcome.Refused refused)
            LogRefused(log, reaction, due.Article, refused.Rejection.Code);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reaction} of {Article} failed and is tried again.")]
    private static partial void LogItemFailure(ILogger log, Exception failure, string reaction, string article);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reaction} of {Article} was refused: {Code}")]
    private static partial void LogRefused(ILogger log, string reaction, string article, string code);
}
