using System.Buffers;
using EventKb.Domain;
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
internal sealed class SignInCheck(BearerTokens tokens, Identities identities, DemoPersons demo)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets a request of somebody through, or answers why not.</summary>
    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (await Find(http) is { } caller)
                http.Features.Set(caller);
            else if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await Refuse(http, 401, "UNAUTHENTICATED",
                    $"Sign in: send a token of a provider that this server knows, for an account that is bound to a person.");
                return;
            }
        }
        catch (SignInUnavailableException outage)
        {
            await Refuse(http, 503, "SIGN_IN_UNAVAILABLE", outage.Wording);
            return;
        }

        await next(http);
    }

    private async ValueTask<Caller?> Find(HttpContext http)
    {
        if (http.Request.Headers.Authorization is not [{ } given] || !given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        return await tokens.Verify(given[Scheme.Length..].Trim(), http.RequestAborted) is { } account
            && await Find(account, http.RequestAborted) is { } person
            ? new Caller(new Viewer(person.Person, SeesAll: true), person.Rights, _ => Task.CompletedTask) { Signed = person.Person } : null;
    }

    private ValueTask<SignedIn?> Find(Account account, CancellationToken cancellation) => account.Issuer == DemoKey.Issuer
        ? demo.Find(account.Subject, cancellation) : identities.Find(account.Issuer, account.Subject, cancellation);

    private static async Task Refuse(HttpContext http, int status, string code, Wording why)
    {
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.WriteError(body, code, why, Languages.Of(http.Request));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }
}
