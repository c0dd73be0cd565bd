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
            await SignInCheck.Refuse(http, 403, "CROSS_SITE_REQUEST", "A page of another site may not send this request.");
        else
        {
            if (options.SignIn?.Pages is not null)
                await PagesSignIn.End(http);
            http.Response.StatusCode = 204;
        }
    });
}
