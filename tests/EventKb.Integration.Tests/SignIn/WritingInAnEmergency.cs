using System.Text.Json;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server;
using EventKb.Server.SignIn;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>A ledger that was served with sign-in and is then served without.</summary>
public sealed class WritingInAnEmergency : RunningServer
{
    private static readonly SignInConfiguration SignIn =
        new() { Providers = [new SignInProvider { Issuer = "https://login.example", Audience = "x" }] };

    private Func<ServerOptions, ServerOptions> _how = usual => usual;

    [Fact]
    public async Task Takes_no_command_without_sign_in_and_is_read_as_before()
    {
        await Register("GLASS");
        await Start(usual => usual with { SignIn = SignIn });
        await Start(usual => usual);
        var position = await Position();
        Assert.Equal("SIGN_IN_REQUIRED", RunningServer.Code(await Draft()));
        Assert.Equal(position, await Position());
        await Start(usual => usual with { Demo = true });
        Assert.Equal("UNAUTHENTICATED", await Refusal("{ persons(first: 1) { totalCount } }"));

        using var scratch = new ScratchRepository();
        await scratch.Write("a.md", "# A\n");
        await scratch.Commit(0);
        using var run = new CommandLineRun();
        await Restart(async () =>
        {
            Assert.Equal(2, await run.Run("import", "git", scratch.Folder, "--institution", "GLASS", "--data", Folder));
            Assert.Contains("import through its server", run.Error, StringComparison.Ordinal);
            Assert.Equal(0, await run.Run("import", "git", scratch.Folder, "--institution", "GLASS", "--data", Folder, "--dry-run"));
        });
    }

    [Fact]
    public async Task Tells_for_ever_of_the_time_in_which_the_glass_was_broken()
    {
        await Start(usual => usual with { BreakGlass = "Too early" }, "never served with sign-in");
        Assert.Equal("0", await Position());
        await Register("GLASS");
        await Start(usual => usual with { SignIn = SignIn });
        await Start(usual => usual with { BreakGlass = " " }, "'reason'");
        await Start(usual => usual with { BreakGlass = "The provider is down" });
        Assert.Null(RunningServer.Code(await Draft()));
        var during = await Position();
        Assert.Equal("The provider is down", (await Said("{ persons(first: 1) { totalCount } }")).GetProperty("reason").GetString());
        await Start(usual => usual with { BreakGlass = "Still down" });
        Assert.Null(RunningServer.Code(await Draft()));
        await Start(usual => usual with { SignIn = SignIn });
        await Start(usual => usual);

        var breaks = (await Data("{ glassBreaks(first: 5) { totalCount nodes { position until reason by { name } } } }")).GetProperty("glassBreaks");
        Assert.Equal(["The provider is down", "Still down"], Texts(breaks, "reason"));
        Assert.All(Texts(breaks, "until"), Assert.NotNull);
        Assert.Equal(["Test Operator", "Test Operator"], breaks.GetProperty("nodes").EnumerateArray().Select(one => one.GetProperty("by").GetProperty("name").GetString()!));
        var trail = await Data("{ auditTrail(first: 20, filter: {category: \"knowledge-article\"}) { nodes { glassBreak { reason } } } }");
        Assert.Equal(["The provider is down", "Still down"],
            trail.GetProperty("auditTrail").GetProperty("nodes").EnumerateArray().Select(entry => entry.GetProperty("glassBreak").GetProperty("reason").GetString()!));
        var before = await Data("{ auditTrail(first: 1) { nodes { glassBreak { reason } } } }");
        Assert.Equal(JsonValueKind.Null, before.GetProperty("auditTrail").GetProperty("nodes")[0].GetProperty("glassBreak").ValueKind);
        Assert.Equal(JsonValueKind.Undefined, (await Said("{ persons(first: 1) { totalCount } }")).ValueKind);
        Assert.Equal("The provider is down", (await Said($"{{ asOf(position: \"{during}\") {{ persons(first: 1) {{ totalCount }} }} }}"))
            .GetProperty("reason").GetString());
    }

    private protected override ServerOptions Options(ServerOptions usual) => _how(usual);

    /// <summary>Starts anew in some way; where that must fail, first so and then as before.</summary>
    private async Task Start(Func<ServerOptions, ServerOptions> how, string? fails = null)
    {
        var before = _how;
        if (fails is not null)
            await Restart(async () =>
            {
                var refused = await Assert.ThrowsAsync<CannotGoOn>(() => ServerApp.Build(how(new ServerOptions(Folder) { OperatorName = "Test Operator" })));
                Assert.Contains(fails, refused.Message, StringComparison.Ordinal);
            });
        else
            await Restart(() =>
            {
                _how = how;
                return Task.CompletedTask;
            });
        Assert.Same(fails is null ? how : before, _how);
    }

    private Task<JsonElement> Draft() => Mutate("draftArticle", new { institution = "GLASS", kind = "FAQ", language = "lv", title = "t", body = "b" });

    private async Task<string> Position() => (await Data("{ ledger { size } }")).GetProperty("ledger").GetProperty("size").GetString()!;

    /// <summary>What the answer says of a broken glass.</summary>
    private async Task<JsonElement> Said(string query)
    {
        var whole = await Ask(query);
        Assert.False(whole.TryGetProperty("errors", out var errors), errors.ToString());
        var answer = whole.GetProperty("extensions").GetProperty("eventkb").EnumerateObject().Single().Value;
        return answer.TryGetProperty("glassBroken", out var broken) ? broken : default;
    }

    private static string[] Texts(JsonElement list, string field) =>
        [.. list.GetProperty("nodes").EnumerateArray().Select(one => one.GetProperty(field).GetString()!)];
}
