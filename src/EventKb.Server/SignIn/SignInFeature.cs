using System.Net;
using EventKb.Domain;
using EventKb.Server.GraphQL.Http;

namespace EventKb.Server.SignIn;

/// <summary>What a page does besides signing in.</summary>
internal static class SignInFeature
{
    /// <summary>Ends the session of the page.</summary>
    public const string SignOutPath = "/sign-out";

    public static Feature It { get; } = new() { Map = Map };

    private static void Map(IEndpointRouteBuilder routes) => routes.MapPost(SignOutPath, async (HttpContext http, ServerOptions options) =>
    {
        if (!SameOrigin.Allows(http.Request))
            await ErrorAnswer.Send(http, 403, "CROSS_SITE_REQUEST", "A page of another site may not send this request.");
        else
        {
            if (options.SignIn?.Pages is not null)
                await PagesSignIn.End(http);
            if (MediaType.WantsPage(http.Request))
                await http.Response.WriteAsync(SignedOutPage(http), http.RequestAborted);
            else
                http.Response.StatusCode = 204;
        }
    });

    private static string SignedOutPage(HttpContext http)
    {
        var language = Languages.Of(http.Request);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
        return $"""
            <!doctype html>
            <html lang="{Languages.Code(language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>EventKb</title></head>
            <body><p>{In(language, "You have signed out here; the provider may still know you.")}</p>
            <p><a href="/">{In(language, "Sign in")}</a></p></body>
            </html>

            """;
    }

    private static string In(Language language, Wording text) => WebUtility.HtmlEncode(Messages.Of(text, language));
}
