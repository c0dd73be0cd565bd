using System.Net;
using System.Security.Cryptography;
using System.Text;
using EventKb.Integration.Tests.Listening;
using Microsoft.IdentityModel.Tokens;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>Tokens that prove who somebody is, and those that do not.</summary>
public sealed class SigningInWithAToken(SignedInServer server) : IClassFixture<SignedInServer>
{
    private static readonly Dictionary<string, Action<SecurityTokenDescriptor>> Wrong = new()
    {
        ["expired"] = token => (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddSeconds(-61)),
        ["not yet valid"] = token => token.NotBefore = DateTime.UtcNow.AddSeconds(90),
        ["without an end"] = token => token.Expires = null,
        ["of another issuer"] = token => token.Issuer += "/",
        ["of no issuer"] = token => token.Issuer = null,
        ["for another audience"] = token => token.Audience = "another",
        ["for its audience with a slash"] = token => token.Audience += "/",
        ["for nobody"] = token => token.Audience = null,
        ["of another type"] = token => token.TokenType = "JWT",
        ["of nobody"] = token => token.Claims.Remove("sub"),
        ["unsigned"] = token => token.SigningCredentials = null,
        ["signed by another key of the same name"] = token => token.SigningCredentials =
            new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "es" }, "ES256"),
        ["signed by an unknown key"] = token => token.SigningCredentials =
            new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "unknown" }, "ES256"),
        ["of an account that is nobody's"] = token => token.Claims["sub"] = "nobody",
    };

    public static TheoryData<string> AllWrong => [.. Wrong.Keys];

    [Theory]
    [InlineData("es")]
    [InlineData("rsa")]
    public async Task A_token_of_a_bound_account_is_its_persons(string key)
    {
        server.Use(server.Provider.Token("anna", token => token.SigningCredentials =
            key == "es" ? server.Provider.Es256 : new(server.Provider.Rsa, "RS256")));
        Assert.Equal(server.People["anna"], await WhoDrafted());
        var asked = server.Provider.Asked;
        Assert.Equal(server.People["anna"], await WhoDrafted());
        Assert.Equal(asked, server.Provider.Asked);
    }

    [Fact]
    public async Task Some_difference_of_the_clocks_is_borne()
    {
        server.Use(server.Provider.Token("anna", token => (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddSeconds(-30))));
        Assert.StartsWith("""{"data":""", (await server.AskAtAll()).Said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllWrong))]
    public async Task A_token_that_must_fail_does(string how)
    {
        server.Use(server.Provider.Token("anna", Wrong[how]));
        await server.RefusesMe();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("....")]
    public async Task What_is_no_token_fails(string? token)
    {
        server.Use(null);
        if (token is not null)
            server.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        await server.RefusesMe();
    }

    [Fact]
    public async Task The_public_key_signs_nothing()
    {
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(server.Provider.Rsa.Rsa!.ExportRSAPublicKeyPem())) { KeyId = "rsa" };
        server.Use(server.Provider.Token("anna", token => token.SigningCredentials = new(key, "HS256")));
        await server.RefusesMe();
    }

    [Fact]
    public async Task A_part_of_a_good_token_that_is_changed_spoils_it()
    {
        var parts = server.Provider.Token("berta").Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("berta", "anna", StringComparison.Ordinal);
        server.Use($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
        await server.RefusesMe();
        server.Use($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt","kid":"es"}""")}.{parts[1]}.");
        await server.RefusesMe();
    }

    [Fact]
    public async Task The_same_subject_of_another_tenant_is_another_account()
    {
        await using var other = await TestProvider.Start();
        server.Use(other.Token("anna"));
        await server.RefusesMe();
        server.Use(other.Token("anna", token => token.Issuer = server.Provider.Issuer));
        await server.RefusesMe();
    }

    [Fact]
    public async Task Nobody_is_answered_on_any_route_but_those_of_health()
    {
        server.Use(null);
        foreach (var route in Route.Of(server.App))
        {
            using var request = route.Request();
            using var answer = await server.Http.SendAsync(request);
            var expected = route.Path.StartsWith("/health/", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;
            Assert.Equal((route, expected), (route, answer.StatusCode));
        }
    }

    private async Task<string> WhoDrafted()
    {
        var id = await server.Draft("Title", "SIGN");
        var article = await server.Data(
            "query($id: ID!) { node(id: $id) { ... on Article { auditTrail(first: 1) { nodes { person { id } } } } } }", new { id });
        return article.GetProperty("node").GetProperty("auditTrail").GetProperty("nodes")[0].GetProperty("person").GetProperty("id").GetString()!;
    }
}
