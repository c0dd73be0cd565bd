using System.Text.Json;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.GraphQL;

public sealed class PagesOfLineage(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Asked = "query($of: ID!, $depth: Int!, $first: Int!, $after: String) { lineage(of: $of, direction: BOTH, depth: $depth, "
        + "first: $first, after: $after) { root truncated totalCount nodes { id depth thing { id } article { id } } "
        + "edges { cursor derived from type position node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";

    [Fact]
    public async Task Show_each_edge_once_with_its_ends_and_go_on_in_this_walk_alone()
    {
        var of = await Root();
        var whole = await Page(of, 10, 100, null);
        var edges = whole.GetProperty("edges").EnumerateArray().ToList();
        Assert.True(edges.Count > 2);
        Assert.Equal((edges.Count, false), (whole.GetProperty("totalCount").GetInt32(), whole.GetProperty("truncated").GetBoolean()));
        Assert.All(whole.GetProperty("nodes").EnumerateArray(), node => Assert.Equal(
            node.GetProperty("id").GetString()!.StartsWith("source:", StringComparison.Ordinal), node.GetProperty("thing").ValueKind == JsonValueKind.Null));

        string? after = null;
        foreach (var (place, edge) in edges.Index())
        {
            var page = await Page(of, 10, 1, after);
            var only = Assert.Single(page.GetProperty("edges").EnumerateArray());
            var nodes = page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToList();
            Assert.Equal(Bare(edge), Bare(only));
            Assert.Superset(new HashSet<string?> { only.GetProperty("derived").GetString(), only.GetProperty("from").GetString() }, nodes.ToHashSet());
            Assert.Contains(only.GetProperty("node").GetProperty("id").GetString(), nodes);
            var info = page.GetProperty("pageInfo");
            Assert.Equal((place < edges.Count - 1, place > 0), (info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("hasPreviousPage").GetBoolean()));
            after = info.GetProperty("endCursor").GetString();
        }

        Assert.Equal("INVALID_CURSOR", await server.Refusal(Asked, new { of, depth = 9, first = 1, after }));
        Assert.Equal("PAGE_SIZE_OUT_OF_RANGE", await server.Refusal(Asked, new { of, depth = 10, first = 101 }));
        Assert.True((await Page(of, 0, 100, null)).GetProperty("truncated").GetBoolean());
    }

    private async Task<string> Root()
    {
        await new DemoStory(server.App.Ledger).Tell();
        Assert.True(await server.App.Runner.WaitFor((await server.App.Ledger.Feed.Head()).Size, TimeSpan.FromSeconds(30)));
        const string Translated = "{ articles(first: 30) { nodes { id relations(direction: OUTGOING, first: 1) { totalCount } } } }";
        return (await server.Data(Translated)).GetProperty("articles").GetProperty("nodes").EnumerateArray()
            .First(article => article.GetProperty("relations").GetProperty("totalCount").GetInt32() > 0).GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> Page(string of, int depth, int first, string? after) =>
        (await server.Data(Asked, new { of, depth, first, after })).GetProperty("lineage");

    private static string Bare(JsonElement edge) => $"{edge.GetProperty("position")} {edge.GetProperty("type")} {edge.GetProperty("derived")}";
}
