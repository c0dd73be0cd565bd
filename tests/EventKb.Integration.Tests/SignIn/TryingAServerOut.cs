using System.Net.Http.Headers;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server;
using EventKb.Server.SignIn;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>Tokens of the folder's own key.</summary>
public sealed class TryingAServerOut : RunningServer, IAsyncLifetime
{
    private readonly CommandLineRun _run = new();
    private bool _demo;

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _run.Dispose();
    }

    [Fact]
    public async Task Sign_in_whom_the_directory_has_by_that_name_or_id_where_the_server_is_for_trying_out()
    {
        var anna = await Person("TRY", "Anna Bērziņa");
        var twins = new[] { await Person("TRY", "Līga Kalniņa"), await Person("TRY", "Līga Kalniņa") };
        foreach (var id in new[] { anna, twins[1] })
            await Mutate("grantRight", new { id, right = "MANAGE_INCIDENTS", from = "2026-01-01" });
        await SignIn("Anna Bērziņa");
        await Register("ANYBODY"); // Here nobody signs in, and a token is not looked at.
        _demo = true;
        await Restart();

        Assert.Equal("UNAUTHENTICATED", await Refused());
        await SignIn("Anna Bērziņa");
        Assert.Equal(anna, await Me());
        await SignIn(twins[1]);
        Assert.Equal(twins[1], await Me());
        foreach (var nobody in new[] { "Līga Kalniņa", "Anna", "anna bērziņa", "Test Operator", "TRY/person/none", "TRY/institution/x" })
        {
            await SignIn(nobody);
            Assert.Equal((nobody, "UNAUTHENTICATED"), (nobody, await Refused()));
        }

        await SignIn("Anna Bērziņa");
        Clock.Forward(DemoKey.Lifetime + TimeSpan.FromMinutes(2));
        Assert.Equal("UNAUTHENTICATED", await Refused());
    }

    [Fact]
    public async Task Are_nobodys_where_providers_are_asked_and_the_key_is_its_owners_alone()
    {
        Assert.Equal(2, await _run.Run("serve", "--data", Folder, "--demo", "--sign-in", "x"));
        Assert.Equal(2, await _run.Run("serve", "--data", Folder, "--demo", "--urls", "http://0.0.0.0:0"));
        Assert.Equal(2, await _run.Run("token", "--data", _run.At("none"), "--person", "x"));
        await SignIn("Anna");
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path.Combine(Folder, "demo-key.pem")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        using var tokens = new BearerTokens([], TimeProvider.System, null!);
        Assert.Null(await tokens.Verify(Http.DefaultRequestHeaders.Authorization!.Parameter!, default));
    }

    private protected override ServerOptions Options(ServerOptions usual) => usual with { Demo = _demo };

    private async Task SignIn(string person)
    {
        Assert.Equal(0, await _run.Run("token", "--data", Folder, "--person", person));
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _run.Output.Trim());
    }

    private async Task<string> Me() => (await Data(
        "mutation($input: DraftArticleInput!) { draftArticle(input: $input) { article { auditTrail(first: 1) { nodes { person { id } } } } } }",
        new { input = new { institution = "TRY", kind = "FAQ", language = "lv", title = "t", body = "b" } }))
        .GetProperty("draftArticle").GetProperty("article").GetProperty("auditTrail").GetProperty("nodes")[0].GetProperty("person").GetProperty("id").GetString()!;

    private Task<string> Refused() => Refusal("{ persons(first: 1) { totalCount } }");
}
