using EventKb.ReadModels;
using EventKb.ReadModels.Impact;

namespace EventKb.Integration.Tests.ReadModels.Impact;

/// <summary>What an article touches is, page by page, what a walk over the events finds.</summary>
public sealed class WalkingImpact
{
    private const int Steps = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(150)]
    public async Task All_pages_together_are_what_a_walk_over_the_events_finds(int seed)
    {
        var use = new RandomUse(seed).Write(Steps);
        await using var models = new ReadModelFolder(use.Ledger);
        await using var session = await models.Read();
        var random = new Random(seed);
        var (seen, found) = (0, 0);
        for (var i = 0; i < 50; i++)
        {
            var position = i < 5 ? use.Ledger.Size : random.Next(20, use.Ledger.Size);
            var valid = i < 5 ? use.Ledger.Now : MemoryLedger.Start.AddHours(random.Next(600));
            var pin = (await session.PinAt(use.Ledger.Now, position, valid: valid))!;
            var naive = new NaiveImpact(use.Ledger, position, pin.Valid);
            for (var article = 0; article < RandomUse.Articles; article++)
            {
                var (id, all) = (RandomUse.Article(article), await Walk(session, pin, RandomUse.Article(article)));
                var counts = (await ImpactQueries.Counts(session, Viewer.LocalOperator, pin, id)).Sum(count => count.Count);
                var walked = naive.Of(id).Distinct().Order(StringComparer.Ordinal);
                Assert.Equal($"{i} {id}\n{string.Join('\n', walked)}", $"{i} {id}\n{string.Join('\n', all.Order(StringComparer.Ordinal))}");
                Assert.Equal(all.Count, counts);
                (seen, found) = (seen + 1, found + all.Count);
            }
        }

        Assert.True(found > seen, $"{found} things in {seen} walks: the histories say too little.");
    }

    private static async Task<List<string>> Walk(ReadSession session, Pin pin, string article)
    {
        var all = new List<string>();
        (ImpactKind, long)? after = null;
        for (var more = true; more;)
        {
            var page = await ImpactQueries.List(session, Viewer.LocalOperator, pin, article, null, 3, after);
            all.AddRange(page.Items.Select(row => $"{row.Kind} {row.Id}"));
            (more, after) = (page.HasMore, page.Items is [.., var last] ? (last.Kind, last.FirstPosition) : null);
        }

        return all;
    }
}
