using System.Security.Cryptography;
using EventKb.Domain;
using EventKb.ReadModels;
using EventKb.ReadModels.Persons;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using Microsoft.Net.Http.Headers;

namespace EventKb.Server.Explorer;

/// <summary>The explorer at <c>/</c> in either language, and what its page is made of.</summary>
internal static class ExplorerEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Page);
        routes.MapGet(ExplorerAssets.Path + "{name}", Asset);
    }

    private static async Task<IResult> Page(HttpContext http, ServerOptions options, OperationServices services)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var headers = Protect(http.Response);
        var who = options.SignIn?.Pages is not null && Caller.Of(http).Signed is { } person ? await NameOf(person, services) : null;
        headers.ContentSecurityPolicy = Policy(nonce, signsOut: who is not null);
        headers.CacheControl = "no-store";
        headers.Vary = HeaderNames.AcceptLanguage;
        var language = http.Request.Query["lang"].ToString() switch
        {
            "lv" => Language.Latvian,
            "en" => Language.English,
            _ => Languages.Of(http.Request),
        };
        headers.ContentLanguage = Languages.Code(language);
        return Results.Content(ExplorerPage.Html(language, options.Examples, who, nonce, ExplorerAssets.Built), "text/html; charset=utf-8",
            statusCode: ExplorerAssets.Built is null ? 503 : 200);
    }

    private static async Task<string> NameOf(PersonId person, OperationServices services)
    {
        await using var session = services.Store.OpenSession();
        var names = await PersonNames.Of(session, Viewer.LocalOperator, [person.Value]);
        return names.GetValueOrDefault(person.Value)?.At(session.Checkpoint.Position, services.Clock.GetUtcNow())?.Name ?? person.Value;
    }

    private static IResult Asset(string name, HttpContext http)
    {
        if (ExplorerAssets.Open(name) is not { } asset)
            return Results.NotFound();
        // The name changes with what it names.
        Protect(http.Response).CacheControl = "public, max-age=31536000, immutable";
        return Results.Stream(asset, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript",
            entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }

    private static IHeaderDictionary Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return headers;
    }

    /// <summary>Nothing but this origin, no style within the page but those that name the number, and no form but that which signs out.</summary>
    private static string Policy(string nonce, bool signsOut) => string.Join("; ",
        "default-src 'none'", "script-src 'self'", "connect-src 'self'", $"style-src 'self' 'nonce-{nonce}'", "img-src 'self' data:",
        "font-src 'self' data:", "frame-ancestors 'none'", "base-uri 'none'", $"form-action {(signsOut ? "'self'" : "'none'")}");
}
