using System.Text.Json;
using EventKb.Domain;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.GitImport;

/// <summary>
/// A running server into which both real knowledge bases were imported, each as its institution, through its endpoint.
/// </summary>
public sealed class ImportedServer : IAsyncLifetime
{
    public static readonly IReadOnlyList<string> Names = ["openshift", "prometheus"];

    public RunningServer Server { get; } = new();

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        if (File.Exists(SharedData.Bundle("openshift")))
            foreach (var name in Names)
                await Import(name);
        var head = await Server.App.Ledger.Feed.Head();
        Assert.True(await Server.App.Runner.WaitFor(head.Size, TimeSpan.FromSeconds(60)));
    }

    public Task DisposeAsync() => Server.DisposeAsync();

    internal Task<ImportReport> Import(string name) => Import(Server, name);

    /// <summary>Imports a knowledge base as the institution of its name.</summary>
    internal static async Task<ImportReport> Import(RunningServer server, string name)
    {
        using var repository = await GitRepository.Open(SharedData.Bundle(name), null, default);
        await using var target = new RemoteImport(server.Http.BaseAddress!);
        return await new GitImporter(target, new(new InstitutionCode(name), name, name)).Import(repository, DateTimeOffset.UtcNow,
            null, default);
    }

    /// <summary>Every article of an institution, page by page, as of a time where one is given.</summary>
    internal async Task<List<JsonElement>> Articles(string institution, string select, string states,
        DateTimeOffset? valid = null)
    {
        var nodes = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var articles = $"articles(first: 100, after: $after, filter: {{ institution: $institution, state: [{states}] }}) "
                + $"{{ nodes {{ {select} }} pageInfo {{ hasNextPage endCursor }} }}";
            var data = valid is { } moment
                ? (await Server.Data($"query($institution: String!, $after: String, $valid: DateTime!) {{ asOf(valid: $valid) {{ {articles} }} }}",
                    new { institution, after, valid = moment })).GetProperty("asOf").GetProperty("articles")
                : (await Server.Data($"query($institution: String!, $after: String) {{ {articles} }}",
                new { institution, after }))
                    .GetProperty("articles");
            nodes.AddRange(data.GetProperty("nodes").EnumerateArray());
            if (!data.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                return nodes;
            after = data.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}
