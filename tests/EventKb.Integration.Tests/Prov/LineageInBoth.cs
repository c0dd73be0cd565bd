using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.ReadModels;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;

namespace EventKb.Integration.Tests.Prov;

/// <summary>An export of any history keeps PROV's rules and says what GraphQL's lineage says.</summary>
public sealed class LineageInBoth
{
    private readonly HashSet<(string, string)> _said = [];

    [Fact]
    public async Task Any_history_is_sound_and_has_the_same_edges_article_by_article()
    {
        var (invalid, external) = (0, 0);
        for (var seed = 1; seed <= 40; seed++)
        {
            var history = RandomLineage.Of(seed);
            var export = await ExportedProv.Of(history.Ledger);
            Assert.Empty(ProvConstraints.Broken(export.Text).Select(fault => $"{seed} {fault}"));
            await Compare(history, export, seed);
            Assert.Equal(history.Articles.Count(a => a.Value.End is not null), export.Document.In("wasInvalidatedBy").Count());
            invalid += export.Document.In("wasInvalidatedBy").Count();
            external += export.Edges.Count(edge => edge.From.Contains("elsewhere!", StringComparison.Ordinal));
        }

        // Every type that articles state of each other, and those of derivation also where the other is younger.
        var types = ProvTerms.All.Where(term => term.Key is not ("derived-from" or "linked-incident")).Select(term => (term.Key, term.Value)).Concat(
            new[] { RelationType.Adapts, RelationType.Translates, RelationType.Evidence }.Select(t => (RowJson.Name(t), ProvTerms.Influence)));
        Assert.Empty(types.Except(_said));
        Assert.True(invalid > 10 && external > 3, $"{invalid} {external}");
    }

    [Fact]
    public void Every_relation_has_a_term() =>
        Assert.All(Enum.GetValues<RelationType>(), type => Assert.NotEmpty(ProvTerms.Of(RowJson.Name(type))));

    private async Task Compare(RandomLineage history, ExportedProv export, int seed)
    {
        await using var models = new ReadModelFolder(history.Ledger);
        await using var session = await models.Read();
        var pin = (await session.PinAt(history.Ledger.Now, null))!;
        var edges = new HashSet<LineageEdge>();
        foreach (var (id, state) in history.Articles)
            for (var revision = 1; revision <= state.Revisions.Count; revision++)
                edges.UnionWith((await LineageQueries.Trace(
                    session, Viewer.LocalOperator, pin, $"{id}@{revision}", LineageDirection.Both, 1))!.Edges);
        foreach (var (id, _) in history.Articles)
            Assert.Equal([$"{seed} {id}", .. ExportedProv.Of(id, edges)], [$"{seed} {id}", .. ExportedProv.Of(id, export.Edges)]);
        Assert.Equal(edges.Select(ExportedProv.Line).Order(StringComparer.Ordinal), export.Edges.Select(ExportedProv.Line));
        _said.UnionWith(edges.Select(edge => (edge.Type, edge.Prov)));
    }
}
