using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using EventKb.Integration.Tests.Demo;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.Explorer;

/// <summary>The demo's page, used once in Chromium by <c>tests/node/explorer.mjs</c>, and what was seen there.</summary>
public sealed class SeenInABrowser : IAsyncLifetime
{
    private readonly ServerOfTheDemo _server = new();

    public string Address => _server.Http.BaseAddress!.ToString();

    public JsonNode Seen { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        await new DemoStory(_server.App.Ledger).Tell();
        var head = await _server.App.Ledger.Feed.Head();
        Assert.True(await _server.App.Runner.WaitFor(head.Size, TimeSpan.FromSeconds(30)));
        if (!Directory.Exists(Path.Combine(Scripts(), "node_modules", "playwright-core")))
            await Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--loglevel=error");
        Seen = JsonNode.Parse(await Run("node", "explorer.mjs", Address))!;
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var ran = await Cli.Wrap(program).WithArguments(arguments).WithWorkingDirectory(Scripts()).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(patience.Token);
        Assert.True(ran.IsSuccess, ran.StandardError);
        return ran.StandardOutput;
    }

    private static string Scripts([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "node");
}
