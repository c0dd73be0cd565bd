
namespace EventKb.Integration.Tests.SignIn;

/// <summary>What was good once and is so no more.</summary>
public sealed class TokensThatEnd(SignedInServer server) : IClassFixture<SignedInServer>
{
    [Fact]
    public async Task A_token_holds_no_longer_once_its_person_is_disabled_or_its_end_has_come()
    {
        var token = server.Provider.Token("disabled");
        server.Use(token);
        Assert.StartsWith("""{"data":""", (await server.AskAtAll()).Said, StringComparison.Ordinal);
        server.SignIn("anna");
        Assert.Equal("[]", (await server.Mutate("disablePerson", new { id = server.People["disabled"], reasonCode = "other" })).GetProperty("errors").ToString());
        server.Use(token);
        await server.RefusesMe();
        server.SignIn("anna");
        await server.Mutate("enablePerson", new { id = server.People["disabled"] });
        server.Use(token);
        Assert.StartsWith("""{"data":""", (await server.AskAtAll()).Said, StringComparison.Ordinal);
        server.Clock.Forward(TimeSpan.FromMinutes(12));
        await server.RefusesMe();
    }
}
