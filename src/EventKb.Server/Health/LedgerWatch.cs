using EventKb.Ledger;

namespace EventKb.Server.Health;

/// <summary>
/// Verifies the whole ledger beside the work, after each start and then daily: opening checks only what the next write rests on, and
/// what is damaged must not wait for somebody to ask.
/// </summary>
internal sealed partial class LedgerWatch(EmbeddedLedger ledger, ServerOptions options, ILogger<LedgerWatch> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(options.VerifyInterval);
            do
                await Look(stoppingToken);
            while (ledger.Store.Damage is null && await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await ledger.Store.Verify(beside: true, cancellation: cancellation);
        }
        catch (LedgerDamagedException damage)
        {
            LogDamage(log, damage);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The ledger is damaged; no command is taken any more.")]
    private static partial void LogDamage(ILogger log, Exception damage);

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger could not be verified; it is tried again.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
