using EventKb.Integration.Tests.GraphQL;
using EventKb.ReadModels.Lineage;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.Prov;

/// <summary>The demo's export beside what its server answers over GraphQL.</summary>
public sealed class ProvOfTheDemo(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Articles = "{ articles(first: 30) { edges { node { id revisions(first: 10) { edges { node { number } } } } } } }";

    private const string Records = "{ serviceRecords(first: 30) { nodes { id version } } }";

    private const string Lineage =
        "query($of: ID!) { lineage(of: $of, direction: BOTH, depth: 1) { edges { derived from type prov position } } }";

    [Fact]
    public async Task Says_the_same_article_by_article_and_record_by_record()
    {
        await new DemoStory(server.App.Ledger).Tell();
        Assert.True(await server.App.Runner.WaitFor((await server.App.Ledger.Feed.Head()).Size, TimeSpan.FromSeconds(30)));
        var export = await ExportedProv.Of(server.App.Ledger.Feed);
        Assert.Empty(ProvConstraints.Broken(export.Text));
        var all = new HashSet<LineageEdge>();
        foreach (var article in (await server.Data(Articles)).GetProperty("articles").GetProperty("edges").EnumerateArray())
        {
            var (id, edges) = (article.GetProperty("node").GetProperty("id").GetString()!, new HashSet<LineageEdge>());
            foreach (var revision in article.GetProperty("node").GetProperty("revisions").GetProperty("edges").EnumerateArray())
                edges.UnionWith(await Ask($"{id}@{revision.GetProperty("node").GetProperty("number")}"));
            Assert.Equal(ExportedProv.Of(id, edges), ExportedProv.Of(id, export.Edges));
            all.UnionWith(edges);
        }

        foreach (var record in (await server.Data(Records)).GetProperty("serviceRecords").GetProperty("nodes").EnumerateArray())
            for (var version = 1; version <= record.GetProperty("version").GetInt32(); version++)
                all.UnionWith(await Ask($"{Text(record, "id")}@{version}"));
        Assert.Equal(all.Select(ExportedProv.Line).Order(StringComparer.Ordinal), export.Edges.Select(ExportedProv.Line));
        Assert.Contains(all, edge => edge is { Type: "translates", Prov: "wasDerivedFrom" });
        Assert.Contains(all, edge => edge is { Type: "linked-incident", Prov: "wasInfluencedBy" });
    }

    private async Task<IEnumerable<LineageEdge>> Ask(string of) =>
        (await server.Data(Lineage, new { of })).GetProperty("lineage").GetProperty("edges").EnumerateArray().Select(edge => new LineageEdge(
            Text(edge, "derived"), Text(edge, "from"), Text(edge, "type"), Text(edge, "prov"),
            long.Parse(Text(edge, "position"), System.Globalization.CultureInfo.InvariantCulture)));

    private static string Text(System.Text.Json.JsonElement edge, string member) => edge.GetProperty(member).GetString()!;
}
