using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;

namespace EventKb.Server.Health;

/// <summary>Live = the process answers; ready = commands are taken and the read models keep up.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live\n")).AllowAnonymous();
        routes.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(HttpRequest request, OperationServices services, EmbeddedLedger ledger, ServerOptions options,
        CancellationToken cancellation)
    {
        var reason = ledger.NotReadyBecause ?? (services.Runner.Failure is { } failure ? NotFollowing(failure) : null);
        var lag = await services.Runner.Lag(cancellation);
        if (reason is null && lag > options.ReadyLag)
            reason = $"The read models are {lag} events behind the ledger.";
        return reason is null ? Results.Text("ready\n")
            : Results.Text($"not ready: {Messages.Of(reason, Languages.Of(request))}\n", statusCode: 503);
    }

    private static Wording NotFollowing(Exception failure) =>
        $"The read models do not follow the ledger: {(failure as WordedException)?.Wording ?? (object)failure.Message}";
}
