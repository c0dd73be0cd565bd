using System.Text.Json;
using EventKb.Domain.Sources;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.GitImport;

/// <summary>What a running server tells of a source that was imported through it.</summary>
public sealed class AskingForSources : IAsyncLifetime
{
    private const string Facts = "repository ref commit rewritten through missingFiles(first: 5) { totalCount nodes { path pathBytes reason bytes articleId } }";
    private readonly RunningServer _server = new();
    private readonly ScratchRepository _scratch = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public async Task DisposeAsync()
    {
        _scratch.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Says_how_far_each_was_read_and_what_is_missing_then_and_now()
    {
        await _scratch.Write("good.md", "# Good\n");
        var bad = await _scratch.Write("bad.md", [0x23, 0xFF]);
        var blob = (await _scratch.Git("hash-object", "-w", "bad.md")).Trim();
        File.Delete(bad);
        await _scratch.Index(blob, [.. "caf"u8, 0xE9, .. ".md"u8]);
        await _scratch.Git("add", "good.md");
        await _scratch.Git("-c", "user.name=c", "-c", "user.email=c@example.invalid", "commit", "--quiet", "-m", "both");
        var first = (await _scratch.Git("rev-parse", "HEAD")).Trim();
        var then = (await Import()).Head!.Size;
        await _scratch.Git("rm", "--quiet", "--cached", "-r", ".");
        await _scratch.Git("add", "good.md");
        var second = await _scratch.Commit(1);
        await Import();

        var (now, before) = (await Ask("knowledgeSources"), await Ask($"asOf(position: {then}) {{ knowledgeSources", "}"));
        Assert.Equal(("runbooks", "main", second), (Text(now, "repository"), Text(now, "ref"), Text(now, "commit")));
        Assert.Equal(0, now.GetProperty("missingFiles").GetProperty("totalCount").GetInt32());
        Assert.Equal(first, Text(before, "commit"));
        var file = Assert.Single(before.GetProperty("missingFiles").GetProperty("nodes").EnumerateArray());
        Assert.Equal(("caf%E9.md", "Y2Fm6S5tZA==", "not-utf8", 2),
            (Text(file, "path"), Text(file, "pathBytes"), Text(file, "reason"), file.GetProperty("bytes").GetInt32()));
        var id = KnowledgeSource.StreamOf(ScratchRepository.Institution, "runbooks").Text;
        var node = (await _server.Data($$"""{ node(id: "{{id}}") { ... on KnowledgeSource { commit institution { code } } } }""")).GetProperty("node");
        Assert.Equal((second, "GIT"), (Text(node, "commit"), Text(node.GetProperty("institution"), "code")));
        var article = (await _server.Data("{ articles(first: 1) { nodes { sourceRepository sourcePath } } }")).GetProperty("articles")
            .GetProperty("nodes")[0];
        Assert.Equal(("runbooks", "good.md"), (Text(article, "sourceRepository"), Text(article, "sourcePath")));
    }

    [Theory]
    [InlineData("lv", "INVALID_INPUT: Laukā „repository” jānorāda avots.")]
    [InlineData("de, en;q=0.5", "INVALID_INPUT: 'repository' must name the source.")]
    public async Task Says_what_it_lacks_in_the_language_of_whoever_asks(string languages, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/import/source?institution=GIT");
        request.Headers.Add("Accept-Language", languages);
        using var answer = await _server.Http.SendAsync(request);
        Assert.Equal((400, "text/plain", expected),
            ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync()));
    }

    private static string Text(JsonElement of, string field) => of.GetProperty(field).GetString()!;

    private async Task<JsonElement> Ask(string field, string end = "")
    {
        var data = await _server.Data($"{{ {field}(first: 5, filter: {{ institution: \"GIT\" }}) {{ nodes {{ {Facts} }} }} {end} }}");
        var list = data.TryGetProperty("asOf", out var pinned) ? pinned : data;
        return Assert.Single(list.GetProperty("knowledgeSources").GetProperty("nodes").EnumerateArray());
    }

    private async Task<ImportReport> Import()
    {
        using var repository = await GitRepository.Open(_scratch.Folder, null, default);
        await using var target = new RemoteImport(_server.Http.BaseAddress!);
        var report = await new GitImporter(target, new(ScratchRepository.Institution, "Git", "runbooks")).Import(
            repository, DateTimeOffset.UtcNow, null, default);
        Assert.True(await _server.App.Runner.WaitFor(report.Head!.Size, TimeSpan.FromSeconds(30)));
        return report;
    }
}
