using System.Security.Claims;
using EventKb.Server.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>A real OpenID Connect provider at which one account after another is signed in, and programs get tokens for their secrets.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Api = "eventkb-api";
    public const string Pages = "eventkb-pages";
    public const string Program = "importer";
    public const string Secret = "a secret of the test";
    private readonly WebApplication _web;

    private OpenIdProvider(WebApplication web, string issuer) => (_web, Issuer) = (web, issuer);

    public string Issuer { get; }

    /// <summary>Account that is signed in at the provider; null = it refuses.</summary>
    public string? SignedIn { get; set; }

    public static async Task<OpenIdProvider> Start()
    {
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var issuer = $"http://127.0.0.1:{((System.Net.IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(issuer);
        builder.Logging.ClearProviders();
        OpenIdProvider? provider = null;
        builder.Services.AddRouting();
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(server => Configure(server, issuer, () => provider!.SignedIn));
        provider = new OpenIdProvider(builder.Build(), issuer);
        provider._web.UseAuthentication();
        await provider._web.StartAsync();
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(issuer + ".well-known/jwks")); // Its first answer takes longer than a server waits.
        return provider;
    }

    /// <summary>The provider as a server is told of it.</summary>
    public SignInProvider Configured(string secretFile) => new()
    {
        Issuer = Issuer,
        Audience = Api,
        Pages = new PagesClient { ClientId = Pages, SecretFile = secretFile },
    };

    /// <summary>A program's access token, by the client credentials flow.</summary>
    public async Task<string> Token()
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        { ["grant_type"] = "client_credentials", ["client_id"] = Program, ["client_secret"] = Secret });
        using var answer = await http.PostAsync(new Uri(Issuer + "token"), form);
        var said = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True(answer.IsSuccessStatusCode, said.ToString());
        return said.GetProperty("access_token").GetString()!;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static void Configure(OpenIddictServerBuilder server, string issuer, Func<string?> signedIn)
    {
        server.SetIssuer(new Uri(issuer)).SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
        server.EnableDegradedMode().AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(events => events.UseInlineHandler(asked =>
        {
            if (asked.ClientId != Pages || asked.RedirectUri?.EndsWith(PagesSignIn.CallbackPath, StringComparison.Ordinal) != true)
                asked.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<HandleAuthorizationRequestContext>(events => events.UseInlineHandler(asked =>
        {
            if (signedIn() is { } account)
                asked.Principal = Of(account).SetScopes(asked.Request.GetScopes());
            else
                asked.Reject(OpenIddictConstants.Errors.AccessDenied);
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(events => events.UseInlineHandler(asked =>
        {
            if (asked.ClientId is not (Pages or Program) || asked.ClientSecret != Secret)
                asked.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<HandleTokenRequestContext>(events => events.UseInlineHandler(asked =>
        {
            if (asked.Request.IsClientCredentialsGrantType())
                asked.Principal = Of(Program).SetResources(Api);
            return default;
        }));
    }

    private static ClaimsPrincipal Of(string account) =>
        new(new ClaimsIdentity([new Claim(OpenIddictConstants.Claims.Subject, account)], TokenValidationParameters.DefaultAuthenticationType));
}
