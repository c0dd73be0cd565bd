using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels;

public sealed class TracingLineage
{
    private const string One = "RIGA/knowledge-article/1";
    private const string Two = "RIGA/knowledge-article/2";
    private const string Three = "RIGA/knowledge-article/3";
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task Upstream_leads_from_version_to_version_to_the_file_it_was_imported_from()
    {
        _ledger.Append(One, new RevisionImported(1, ArticleKind.Faq, "en", "a.md", "c1", MemoryLedger.Start), new Content { Title = "one" });
        var second = _ledger.Append(One, new Revised(2), new Content { Title = "one, again" });
        var adopted = _ledger.Append(Two, new Adopted(new ExactVersion(One, 2, second), null, ArticleKind.Faq, "lv"), new Content { Title = "viens" });
        _ledger.Append(Three, new Drafted(ArticleKind.Faq, "en"), new Content { Title = "three" });
        _ledger.Append(Three, new Related(1, RelationType.Evidence, new ExactVersion(Two, 1, adopted)));

        var graph = await Trace(Three, LineageDirection.Upstream, 10);
        Assert.Equal([$"{Three}@1", $"{Two}@1", $"{One}@2", $"{One}@1", "source:RIGA/a.md@c1"], graph.Nodes.Select(n => n.Id));
        Assert.Equal(["evidence:wasDerivedFrom", "imported-from:hadPrimarySource", "revision-of:wasRevisionOf", "adopted:wasDerivedFrom"],
            graph.Edges.Select(e => $"{e.Type}:{e.Prov}"));
        Assert.Equal(["three", "viens", "one, again", "one", null], graph.Nodes.Select(n => n.Title));
        Assert.Equal([$"{Three}@1", $"{Two}@1"], (await Trace(Three, LineageDirection.Upstream, 1)).Nodes.Select(n => n.Id));
        Assert.Equal([$"{One}@1", $"{One}@2", $"{Two}@1", $"{Three}@1"], (await Trace(One, LineageDirection.Downstream, 10)).Nodes.Select(n => n.Id));
        Assert.Equal([$"{One}@1", "source:RIGA/a.md@c1"], (await Trace($"{One}@1", LineageDirection.Upstream, 10)).Nodes.Select(n => n.Id));
        Assert.Equal(5, (await Trace(Two, LineageDirection.Both, 10)).Nodes.Count);
        Assert.Equal([$"{One}@1", $"{One}@2"], (await Trace(One, LineageDirection.Downstream, 10, position: adopted - 1)).Nodes.Select(n => n.Id));
    }

    [Fact]
    public async Task Depth_counts_articles_and_whatever_is_left_out_is_told()
    {
        _ledger.Append(One, new RevisionImported(1, ArticleKind.Faq, "en", "a.md", "c1", MemoryLedger.Start), new Content { Title = "one" });
        for (var revision = 2; revision <= 5; revision++)
            _ledger.Append(One, new RevisionImported(revision, ArticleKind.Faq, "en", "a.md", $"c{revision}", MemoryLedger.Start));
        var adopted = _ledger.Append(Two, new Adopted(new ExactVersion(One, 5, 5), null, ArticleKind.Faq, "lv"));
        _ledger.Append(Three, new Drafted(ArticleKind.Faq, "en"));
        _ledger.Append(Three, new Related(1, RelationType.Evidence, new ExactVersion(Two, 1, adopted)));

        Assert.Equal((10, false), Size(await Trace(One, LineageDirection.Upstream, 0)));
        Assert.Equal((1, true), Size(await Trace(Three, LineageDirection.Upstream, 0)));
        Assert.Equal((2, true), Size(await Trace(Three, LineageDirection.Upstream, 1)));
        Assert.Equal((12, false), Size(await Trace(Three, LineageDirection.Upstream, 2)));
        Assert.Equal((5, true), Size(await Trace(One, LineageDirection.Downstream, 0)));
        Assert.Equal((7, false), Size(await Trace(One, LineageDirection.Downstream, 2)));
        Assert.Equal((12, false), Size(await Trace(Two, LineageDirection.Both, 1)));
        Assert.Equal((1, true), Size(await Trace(Two, LineageDirection.Both, 0)));
        Assert.Equal(2, (await Trace(Three, LineageDirection.Upstream, 9)).Nodes.Max(node => node.Depth));
    }

    [Fact]
    public async Task A_successor_comes_after_what_it_replaces_until_that_is_restored()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "old" });
        var next = _ledger.Append(Two, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "new" });
        var retired = _ledger.Append(One, new Retired(new ExactVersion(Two, 1, next)));
        _ledger.Append(One, new Restored());
        var then = await Trace(Two, LineageDirection.Upstream, 5, retired);
        Assert.Equal(new LineageEdge($"{Two}@1", $"{One}@1", "successor", "wasInfluencedBy", retired), Assert.Single(then.Edges));
        Assert.Equal($"{Two}@1", (await Trace(One, LineageDirection.Downstream, 5, retired)).Nodes[^1].Id);
        Assert.Empty((await Trace(Two, LineageDirection.Upstream, 5)).Edges);
    }

    [Fact]
    public async Task What_another_ledger_holds_is_a_node_of_its_own()
    {
        _ledger.Append(One, new Adopted(new ExactVersion("VALMIERA/knowledge-article/9", 4, 77), "valmiera.lv", ArticleKind.Faq, "lv"), new Content { Title = "a" });
        var node = (await Trace(One, LineageDirection.Upstream, 5)).Nodes[1];
        Assert.Equal(("valmiera.lv!VALMIERA/knowledge-article/9@4", LineageNodeKind.External, "valmiera.lv"), (node.Id, node.Kind, node.Origin));
        Assert.Null(await TraceOrNull("RIGA/knowledge-article/none", LineageDirection.Both, 5));
    }

    [Fact]
    public async Task No_walk_leads_through_what_the_viewer_may_not_see_nor_tells_of_it()
    {
        foreach (var article in new[] { One, Two, Three })
            _ledger.Append(article, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = article });
        _ledger.Append(Two, new Related(1, RelationType.Adapts, new ExactVersion(One, 1, 1)));
        _ledger.Append(Three, new Related(1, RelationType.Adapts, new ExactVersion(Two, 1, 2)));
        foreach (var article in new[] { One, Three })
        {
            _ledger.Append(article, new AudienceSet(new Audience { SupportLevels = [0] }));
            _ledger.Append(article, new Published(1));
        }

        foreach (var (root, direction) in new[] { (One, LineageDirection.Downstream), (Three, LineageDirection.Upstream) })
        {
            Assert.Equal((3, false), Size(await Trace(root, direction, 5)));
            Assert.Equal((1, false), Size((await TraceOrNull(root, direction, 5, viewer: Viewer.Public))!));
            Assert.Equal((1, false), Size((await TraceOrNull(root, direction, 0, viewer: Viewer.Public))!));
        }

        Assert.Null(await TraceOrNull(Two, LineageDirection.Both, 5, viewer: Viewer.Public));
    }

    private static (int Nodes, bool Truncated) Size(LineageGraph graph) => (graph.Nodes.Count, graph.Truncated);

    private async Task<LineageGraph> Trace(string of, LineageDirection direction, int depth, long? position = null) =>
        (await TraceOrNull(of, direction, depth, position))!;

    private async Task<LineageGraph?> TraceOrNull(string of, LineageDirection direction, int depth, long? position = null,
        Viewer? viewer = null)
    {
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var pin = (await session.PinAt(_ledger.Now, position))!;
        return await LineageQueries.Trace(session, viewer ?? Viewer.LocalOperator, pin, of, direction, depth);
    }
}
