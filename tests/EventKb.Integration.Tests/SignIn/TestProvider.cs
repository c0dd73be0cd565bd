using System.Security.Cryptography;
using System.Text.Json;
using EventKb.Server.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>Publishes keys as a provider does, and signs whatever a test asks for.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string Audience = "eventkb-test";
    private readonly WebApplication _web;

    private TestProvider(WebApplication web, string issuer) => (_web, Issuer) = (web, issuer);

    public string Issuer { get; }

    public SigningCredentials Es256 { get; } = new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "es" }, "ES256");

    public RsaSecurityKey Rsa { get; } = new(RSA.Create(2048)) { KeyId = "rsa" };

    /// <summary>Times that the keys were asked for.</summary>
    public int Asked { get; private set; }

    public SignInProvider Configured => new() { Issuer = Issuer, Audience = Audience };

    public static async Task<TestProvider> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        TestProvider? provider = null;
        web.Run(http => provider!.Answer(http));
        await web.StartAsync();
        return provider = new TestProvider(web, web.Urls.Single());
    }

    /// <summary>A token that is as it must be, but for what is changed.</summary>
    public string Token(string subject, Action<SecurityTokenDescriptor>? change = null)
    {
        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = now,
            IssuedAt = now,
            Expires = now.AddMinutes(10),
            TokenType = "at+jwt",
            SigningCredentials = Es256,
            Claims = new Dictionary<string, object> { ["sub"] = subject },
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private Task Answer(HttpContext http)
    {
        if (http.Request.Path == "/.well-known/openid-configuration")
            return http.Response.WriteAsJsonAsync(new { issuer = Issuer, jwks_uri = $"{Issuer}/keys" });
        Asked++;
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { keys = new[] { Public(Es256.Key), Public(Rsa) } }));
    }

    private static Dictionary<string, string> Public(SecurityKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromSecurityKey(key);
        return new[] { ("kty", jwk.Kty), ("kid", jwk.Kid), ("crv", jwk.Crv), ("x", jwk.X), ("y", jwk.Y), ("n", jwk.N), ("e", jwk.E) }
            .Where(part => part.Item2 is not null).ToDictionary(part => part.Item1, part => part.Item2);
    }
}
