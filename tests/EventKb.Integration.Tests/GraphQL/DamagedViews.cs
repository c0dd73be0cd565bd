using System.Net;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>Damaged rows are told, never served, and made anew from the ledger while it goes on.</summary>
public sealed class DamagedViews : IAsyncLifetime
{
    private const string Question = "{ articles(first: 50) { totalCount edges { node { id title latest { body } } } } }";
    private readonly RunningServer _server = new();

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        for (var i = 0; i < 40; i++)
            await _server.Draft($"Raksts {i}", body: new string('ā', 3_000));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Are_made_anew_beside_the_work()
    {
        var before = (await _server.Data(Question)).ToString();
        await _server.Restart(); // Until then the rows are in the log.
        Overwrite(Directory.GetFiles(_server.Folder, "read-*.db").Single(), from: 2);

        Assert.Equal(before, await AskUntilAnswered());

        Assert.Equal("read-2.db", Path.GetFileName(Directory.GetFiles(_server.Folder, "read-*.db").Single()));
        await _server.Draft("Raksts pēc bojājuma");
        Assert.Equal(41, (await _server.Data("{ articles(first: 1) { totalCount } }")).GetProperty("articles").GetProperty("totalCount").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await _server.Http.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public async Task Are_made_anew_after_a_start(int from)
    {
        var before = (await _server.Data(Question)).ToString();
        await _server.Restart(() =>
        {
            Overwrite(Directory.GetFiles(_server.Folder, "read-*.db").Single(), from);
            return Task.CompletedTask;
        });

        Assert.Equal(before, await AskUntilAnswered());
    }

    /// <summary>Until the rows are there again nothing but this one code is answered.</summary>
    private async Task<string> AskUntilAnswered()
    {
        for (var tries = 0; tries < 400; tries++)
        {
            var answer = await _server.Ask(Question);
            if (answer.TryGetProperty("errors", out var errors))
                Assert.Equal("VIEWS_DAMAGED", errors[0].GetProperty("extensions").GetProperty("code").GetString());
            else if (IsWhole(answer))
                return answer.GetProperty("data").ToString();
            await Task.Delay(25);
        }

        throw new TimeoutException("The views were not made anew.");
    }

    // Views that begin at nothing after a start say so in their position.
    private static bool IsWhole(System.Text.Json.JsonElement answer) =>
        answer.GetProperty("extensions").GetProperty("eventkb").GetProperty("articles").GetProperty("position").GetString() == "42";

    /// <summary>Writes noise over every page from one on.</summary>
    private static void Overwrite(string file, int from)
    {
        const int Page = 4096;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var noise = new byte[Math.Max(0, stream.Length - (from * Page))];
        new Random(1).NextBytes(noise);
        stream.Position = from * Page;
        stream.Write(noise);
    }
}
