using EventKb.ReadModels;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.Persons;
using Microsoft.AspNetCore.Authorization;

namespace EventKb.Server.SignIn;

/// <summary>
/// Finds out who sends a request. Who is nobody is answered the same on every route, known or not, but for those that say themselves
/// that anybody may ask.
/// </summary>
internal sealed class SignInCheck(
    BearerTokens tokens, Identities identities, DemoPersons demo, ServerOptions options, OperationServices services)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets a request of somebody through, or answers why not.</summary>
    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        try
        {
            var account = await AccountOf(http);
            if (account is not null && await Find(account, http.RequestAborted) is { } person)
            {
                services.Refusals.Seen(person.Person);
                http.Features.Set(CallerOf(person));
            }
            else if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                await Ask(http, account);
                return;
            }
        }
        catch (SignInUnavailableException outage)
        {
            await ErrorAnswer.Send(http, 503, "SIGN_IN_UNAVAILABLE", outage.Wording);
            return;
        }

        await next(http);
    }

    private async ValueTask<Account?> AccountOf(HttpContext http)
    {
        if (http.Request.Headers.Authorization is [{ } given] && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return await tokens.Verify(given[Scheme.Length..].Trim(), http.RequestAborted);
        return options.SignIn?.Pages is null ? null : await PagesSignIn.Find(http);
    }

    private static Caller CallerOf(SignedIn person) =>
        new(new Viewer(person.Person, SeesAll: true), person.Rights, _ => Task.CompletedTask) { Signed = person.Person };

    private ValueTask<SignedIn?> Find(Account account, CancellationToken cancellation) => account.Issuer == DemoKey.Issuer
        ? demo.Find(account.Subject, cancellation) : identities.Find(account.Issuer, account.Subject, cancellation);

    private Task Ask(HttpContext http, Account? account)
    {
        services.Refusals.Note(new(null, "request", account is null ? "UNAUTHENTICATED" : "ACCOUNT_NOT_BOUND"));
        if (options.SignIn?.Pages is { } provider && IsPage(http.Request))
            // Whoever has signed in would only be sent back here.
            return account is null ? PagesSignIn.Challenge(http, provider)
                : ErrorAnswer.Send(http, 403, "ACCOUNT_NOT_BOUND",
                    $"You signed in at {account.Issuer} as '{account.Subject}', and nobody has bound this "
                    + $"account to a person. Tell whoever manages persons.");
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorAnswer.Send(http, 401, "UNAUTHENTICATED",
            $"Sign in: send a token of a provider that this server knows, for an account that is bound to a person.");
    }

    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("Authorization")
        && MediaType.WantsPage(request);
}
