using EventKb.Ledger;
using EventKb.ReadModels;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;

namespace EventKb.Server.SignIn;

/// <summary>Puts sign-in before the routes, or the local operator where none is configured.</summary>
internal static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services, ServerOptions options, EmbeddedLedger ledger)
    {
        if (!options.NeedsSignIn)
            return;
        services.AddSingleton<UnreadClaims>();
        if (options.SignIn?.Pages is { Pages: { } client } provider)
            services.AddPagesSignIn(provider, client, options.Clock);
        services.AddSingleton(new Identities(ledger));
        services.AddSingleton(provider => new BearerTokens(Trusted(options), options.Clock, provider.GetRequiredService<UnreadClaims>()));
        services.AddSingleton<DemoPersons>();
        services.AddSingleton<SignInCheck>();
    }

    /// <summary>Every request after this has a sender, but for those to routes that anybody may ask.</summary>
    public static void UseSignIn(this WebApplication web, ServerOptions options, LocalOperator local, bool isClosed)
    {
        if (options.NeedsSignIn)
        {
            if (options.SignIn?.Pages is not null)
                web.UseAuthentication();
            var check = web.Services.GetRequiredService<SignInCheck>();
            web.Use(next => http => check.Pass(http, next));
            return;
        }

        var caller = new Caller(new Viewer(local.Id, SeesAll: true), LocalOperator.Rights, isClosed ? _ => Task.CompletedTask : local.Enter);
        web.Use(next => http =>
        {
            http.Features.Set(caller);
            return next(http);
        });
    }

    private static IEnumerable<TrustedIssuer> Trusted(ServerOptions options) =>
        options.SignIn is { } configured ? configured.Providers.Select(TrustedIssuer.Of) : [DemoKey.Trusted(options.DataFolder)];
}
