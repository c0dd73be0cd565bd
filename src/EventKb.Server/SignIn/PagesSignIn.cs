using System.Security.Claims;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.Listening;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EventKb.Server.SignIn;

/// <summary>
/// How people sign in to pages: at the provider, by the authorization code flow with PKCE, and then with a cookie that holds no more than
/// whose account it is. The session ends with the server, and at the latest after a working day.
/// </summary>
internal static class PagesSignIn
{
    /// <summary>Where the provider sends people back to.</summary>
    public const string CallbackPath = "/sign-in/callback";

    private const string Issuer = "iss";
    private const string Subject = "sub";
    private static readonly TimeSpan Session = TimeSpan.FromHours(10);

    /// <summary>Adds it for the provider that pages sign in to.</summary>
    public static void AddPagesSignIn(this IServiceCollection services, SignInProvider provider, PagesClient client, TimeProvider clock)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.TimeProvider = clock;
            cookie.ExpireTimeSpan = Session;
            cookie.SlidingExpiration = false;
            Protect(cookie.Cookie, "eventkb");
        }).AddOpenIdConnect(options => Configure(options, provider, client, clock));
    }

    /// <summary>Whose account a request's cookie names; null = it has none that holds.</summary>
    public static async Task<Account?> Find(HttpContext http) =>
        (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal is { } who
            && who.FindFirstValue(Issuer) is { } issuer && who.FindFirstValue(Subject) is { } subject ? new Account(issuer, subject) : null;

    /// <summary>Sends somebody to the provider, and back to what they asked for; throws where the provider cannot be had.</summary>
    public static async Task Challenge(HttpContext http, SignInProvider provider)
    {
        var back = new AuthenticationProperties { RedirectUri = http.Request.Path + http.Request.QueryString };
        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, back);
        }
        catch (InvalidOperationException unreachable)
        {
            throw new SignInUnavailableException(provider.Issuer, unreachable);
        }
    }

    /// <summary>Ends the session here; the provider's own goes on.</summary>
    public static Task End(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    private static void Configure(OpenIdConnectOptions options, SignInProvider provider, PagesClient client, TimeProvider clock)
    {
        options.TimeProvider = clock;
        options.ClientId = client.ClientId;
        options.ClientSecret = client.SecretFile is { } file ? File.ReadAllText(file).Trim() : null;
        options.Authority = provider.Issuer;
        options.ConfigurationManager = ProviderMetadata.Of(provider);
        options.RequireHttpsMetadata = !Loopback.IsHost(provider.MetadataAddress.Host);
        options.BackchannelHttpHandler = ProviderMetadata.Handler();
        options.BackchannelTimeout = ProviderMetadata.Patience;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = CallbackPath;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear(); // They would take the issuer out.
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        options.TokenHandler = BearerTokens.Handler();
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = BearerTokens.Algorithms,
            ValidIssuer = provider.Issuer,
            ValidAudience = client.ClientId,
            ClockSkew = BearerTokens.Skew,
        };
        Protect(options.CorrelationCookie, "eventkb-sign-in.");
        Protect(options.NonceCookie, "eventkb-nonce.");
        options.Events.OnTokenValidated = proved => Keep(proved, provider);
        options.Events.OnRemoteFailure = Failed;
    }

    // The answer comes back as a link, with which a stricter cookie would not be sent.
    private static void Protect(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Of what the provider says only whose account it is goes into the cookie.</summary>
    private static Task Keep(TokenValidatedContext proved, SignInProvider provider)
    {
        var subject = proved.SecurityToken.Claims.FirstOrDefault(claim => claim.Type == provider.Subject)?.Value;
        if (string.IsNullOrEmpty(subject))
            proved.Fail($"The token has no claim '{provider.Subject}'.");
        else
            proved.Principal = new ClaimsPrincipal(new ClaimsIdentity([new(Issuer, provider.Issuer), new(Subject, subject)], provider.Issuer));
        return Task.CompletedTask;
    }

    private static async Task Failed(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        await ErrorAnswer.Send(failure.HttpContext, 401, "SIGN_IN_FAILED",
            $"Signing in at the provider did not succeed. Open the page again, and if it goes on, tell whoever runs the server.");
    }
}
