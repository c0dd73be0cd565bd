using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels;

/// <summary>A thing from which very much was derived.</summary>
public sealed class WalkingManyPages : IAsyncLifetime
{
    private const int Derived = 10_000;
    private const string One = "RIGA/knowledge-article/1";
    private readonly MemoryLedger _ledger = new();
    private readonly ReadModelFolder _models;
    private ReadSession _session = null!;

    public WalkingManyPages() => _models = new ReadModelFolder(_ledger);

    public async Task InitializeAsync()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"));
        for (var i = 1; i <= Derived; i++)
            _ledger.Append($"RIGA/knowledge-article/d{i}", new Adopted(new ExactVersion(One, 1, 1), null, ArticleKind.Faq, "lv"));
        _session = await _models.Read();
    }

    [Fact]
    public async Task Every_edge_is_on_one_page()
    {
        var (edges, nodes) = (new List<LineageEdge>(), new HashSet<string>());
        LineageGraph page;
        LineagePlace? after = null;
        do
        {
            page = await Page(500, after);
            Assert.False(page.Truncated);
            Assert.Equal(Derived, page.Count);
            edges.AddRange(page.Edges);
            nodes.UnionWith(page.Nodes.Select(node => node.Id));
            after = page.Last;
        }
        while (page.HasMore);

        Assert.Equal(Enumerable.Range(1, Derived).Select(i => $"RIGA/knowledge-article/d{i}@1"), edges.Select(edge => edge.Derived));
        Assert.Equal(Derived + 1, nodes.Count);
    }

    [Theory]
    [InlineData(Derived - 1, Derived - 1, true)]
    [InlineData(Derived, Derived, false)]
    public async Task More_than_an_answer_takes_is_left_out_and_told(int most, int count, bool truncated)
    {
        var page = await Page(10, null, most);
        Assert.Equal((count, truncated, 10), (page.Count, page.Truncated, page.Steps.Count));
    }

    public async Task DisposeAsync()
    {
        await _session.DisposeAsync();
        await _models.DisposeAsync();
    }

    private async Task<LineageGraph> Page(int first, LineagePlace? after, int most = LineageQueries.MostEdges) => (await LineageQueries.Trace(
        _session, Viewer.LocalOperator, _session.Head(_ledger.Now), One, LineageDirection.Downstream, 5, first, after, most))!;
}
