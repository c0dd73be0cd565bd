using System.Text;
using System.Text.Json;
using EventKb.Server;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.CommandLine;

public sealed class TheDemo : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Is_served_and_says_what_to_look_at()
    {
        Assert.Equal(0, await _run.Run("demo", "--exit-after-ready"));
        Assert.Contains("The demo is served at http://127.0.0.1:", _run.Output, StringComparison.Ordinal);
        Assert.Equal(DemoQueries.All.Count, _run.Output.Split("curl -s http://127.0.0.1:").Length - 1);
        var folder = _run.Said("/graphql from ").TrimEnd(':');
        Assert.False(Directory.Exists(folder), folder);
    }

    [Fact]
    public async Task Answers_every_query_that_it_names_and_told_again_adds_nothing()
    {
        await using var server = await ServerApp.Build(new ServerOptions(_run.Folder) { Urls = ["http://127.0.0.1:0"] });
        await server.Start();
        var story = new DemoStory(server.Ledger, DateOnly.FromDateTime(DateTime.UtcNow));
        await story.Tell(default);
        var told = await server.Ledger.Feed.Head();
        await story.Tell(default);
        Assert.Equal(told, await server.Ledger.Feed.Head());

        Assert.True(await server.Runner.WaitFor(told.Size, TimeSpan.FromSeconds(30)));
        using var http = new HttpClient { BaseAddress = new Uri(server.Addresses.First()) };
        foreach (var (shows, query) in DemoQueries.All)
        {
            using var asked = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("/graphql", UriKind.Relative), asked);
            var answer = await response.Content.ReadAsStringAsync();
            var data = JsonDocument.Parse(answer).RootElement;
            Assert.False(data.TryGetProperty("errors", out _), $"{shows}: {answer}");
            Assert.All(data.GetProperty("data").EnumerateObject(), field => Assert.NotEqual(JsonValueKind.Null, field.Value.ValueKind));
            Assert.DoesNotContain("\"nodes\":[]", answer, StringComparison.Ordinal);
        }
    }
}
