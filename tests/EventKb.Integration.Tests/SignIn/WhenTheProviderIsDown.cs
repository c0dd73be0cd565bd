namespace EventKb.Integration.Tests.SignIn;

public sealed class WhenTheProviderIsDown(SignedInServer server) : IClassFixture<SignedInServer>
{
    [Fact]
    public async Task Tokens_live_on_to_their_end_and_a_server_that_starts_meanwhile_says_what_is_wrong()
    {
        server.SignIn("anna");
        Assert.StartsWith("""{"data":""", (await server.AskAtAll()).Said, StringComparison.Ordinal);
        var (known, other) = (server.Provider.Token("anna"), server.Provider.Token("berta"));
        await server.Provider.DisposeAsync();
        server.Use(known);
        Assert.StartsWith("""{"data":""", (await server.AskAtAll()).Said, StringComparison.Ordinal);
        server.Use(other);
        Assert.StartsWith("""{"data":""", (await server.AskAtAll()).Said, StringComparison.Ordinal);

        await server.Restart();
        server.Use(known);
        var (status, said) = await server.AskAtAll();
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("SIGN_IN_UNAVAILABLE", said, StringComparison.Ordinal);
    }
}
