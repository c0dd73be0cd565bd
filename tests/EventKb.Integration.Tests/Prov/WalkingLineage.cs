using EventKb.Integration.Tests.ReadModels;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;

namespace EventKb.Integration.Tests.Prov;

/// <summary>What lineage answers at any pin, to any depth and page by page is what the events say.</summary>
public sealed class WalkingLineage
{
    private (int Truncated, int Whole, int Deep, int Paged) _seen;

    [Fact]
    public async Task Any_walk_at_any_pin_finds_what_the_events_say()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var (history, random) = (RandomLineage.Of(seed), new Random(seed));
            await using var models = new ReadModelFolder(history.Ledger);
            await using var session = await models.Read();
            for (var pins = 0; pins < 8; pins++)
            {
                var position = pins == 0 ? history.Ledger.Size : random.Next(1, history.Ledger.Size + 1);
                var moment = random.Next(2) == 0 ? history.Ledger.Now : history.Ledger.Now.AddHours(-random.Next(300));
                var naive = new NaiveLineage(history.Ledger, position, moment);
                foreach (var root in naive.Versions.Where(_ => random.Next(6) == 0))
                    await Compare(naive, session, (await session.PinAt(history.Ledger.Now, position, valid: moment))!, root, random);
            }
        }

        Assert.True(_seen is { Truncated: > 50, Whole: > 50, Deep: > 20, Paged: > 50 }, $"{_seen}");
    }

    private async Task Compare(NaiveLineage naive, ReadSession session, Pin pin, string root, Random random)
    {
        var (direction, depth, size) = ((LineageDirection)random.Next(3), random.Next(5), random.Next(1, 9));
        var expected = naive.Walk(root, direction, depth);
        var (nodes, edges, pages) = (new HashSet<string>(), new List<string>(), 0);
        LineageGraph page;
        LineagePlace? after = null;
        do
        {
            page = (await LineageQueries.Trace(session, Viewer.LocalOperator, pin, root, direction, depth, size, after))!;
            nodes.UnionWith(page.Nodes.Select(node => $"{node.Depth} {node.Id}"));
            edges.AddRange(page.Edges.Select(ExportedProv.Line));
            Assert.Equal((expected.Truncated, expected.Edges.Count), (page.Truncated, page.Count));
            Assert.Subset(page.Nodes.Select(node => node.Id).ToHashSet(), page.Edges.SelectMany(e => new[] { e.Derived, e.From }).ToHashSet());
            (after, pages) = (page.Last, pages + 1);
        }
        while (page.HasMore);

        Assert.Equal(expected.Edges, edges);
        Assert.Equal(expected.Nodes.Order(StringComparer.Ordinal), nodes.Order(StringComparer.Ordinal));
        _seen = (_seen.Truncated + (expected.Truncated ? 1 : 0), _seen.Whole + (expected.Truncated ? 0 : 1),
            _seen.Deep + (nodes.Any(node => node.StartsWith('3')) ? 1 : 0), _seen.Paged + (pages > 2 ? 1 : 0));
    }
}
