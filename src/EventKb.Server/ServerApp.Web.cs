using EventKb.Ledger;
using EventKb.Server.GraphQL;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.Health;
using EventKb.Server.Listening;
using EventKb.Server.Persons;
using EventKb.Server.Reactions;
using EventKb.Server.SignIn;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EventKb.Server;

/// <content>The web application.</content>
internal sealed partial class ServerApp
{
    private static WebApplication BuildWeb(ServerOptions options, Entrance entrance, EmbeddedLedger ledger, OperationServices services,
        LocalOperator local, bool isClosed)
    {
        // What configures it is its options alone: no file of the working folder, which would be watched too, and no environment,
        // either of which could make it listen elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = [] });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.WebHost.ConfigureKestrel(Harden);
        builder.WebHost.ConfigureKestrel(entrance.Listen);
        builder.Services.AddSingleton(services);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(ledger);
        builder.Services.AddSignIn(options, ledger);
        builder.Services.AddEventKbGraphQL(options, [.. Features.All.Select(feature => feature.Schema)]);
        builder.Services.AddSingleton<IReadOnlyList<Reaction>>([.. Features.All.SelectMany(feature => feature.Reactions)]);
        if (!isClosed)
            builder.Services.AddHostedService<ScheduledReactions>();
        builder.Services.AddHostedService<LedgerWatch>();
        var web = builder.Build();
        entrance.StandBefore(web);
        web.UseSignIn(options, local, isClosed);
        GraphQLEndpoint.Map(web);
        HealthEndpoints.Map(web);
        foreach (var feature in Features.All)
            feature.Map(web);
        return web;
    }

    private static void Harden(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = HttpLimits.RequestBytes;
        kestrel.Limits.MaxRequestLineSize = 128 * 1024;
        kestrel.Limits.MaxRequestBufferSize = 1024 * 1024;
    }
}
