using EventKb.Domain;
using EventKb.Domain.Citations;
using EventKb.Integration.Tests.ReadModels;
using EventKb.ReadModels;
using EventKb.ReadModels.Citations;

namespace EventKb.Integration.Tests.Citations;

/// <summary>A thousand uses of one article among others: page by page they are what a naive look at the events finds, at any position.</summary>
public sealed class AMuchUsedArticle
{
    private const string Article = "RIGA/knowledge-article/much";
    private const int Uses = 1_000;

    private readonly MemoryLedger _ledger = new();

    public AMuchUsedArticle()
    {
        var random = new Random(7);
        for (var i = 0; i < Uses; i++)
        {
            var used = new ExactVersion(i % 4 == 3 ? "RIGA/knowledge-article/other" : Article, 1 + i % 2, 1);
            var record = i % 3 == 0 ? null : $"RIGA/service-record/{i}";
            _ledger.Append($"RIGA/citation/{i}", new CitationEvent.Recorded(used, record, i % 3, default, null));
            var earlier = $"RIGA/citation/{random.Next(i + 1)}";
            if (i % 5 == 0)
                _ledger.Append(earlier, new CitationEvent.OutcomeStated((CitationOutcome)random.Next(4)));
            if (i % 9 == 0 && Standing(_ledger.Size).ContainsKey(earlier))
                _ledger.Append(earlier, new CitationEvent.Withdrawn(), reasonCode: "mistake");
        }
    }

    [Fact]
    public async Task Has_all_of_them_on_its_pages()
    {
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        foreach (var position in (int[])[1, 400, 401, 850, _ledger.Size])
        {
            var pin = (await session.PinAt(_ledger.Now, position, valid: _ledger.Now))!;
            var all = Standing(position).Where(use => use.Value.Used.Stream == Article).ToList();
            Assert.Equal(all.Select(use => use.Key), await Ids(session, pin, new() { Article = Article }));
            Assert.Equal(all.Where(use => use.Value is { Used.Number: 2, Outcome: CitationOutcome.Restored }).Select(use => use.Key),
                await Ids(session, pin, new() { Article = Article, Revision = 2, Outcome = [CitationOutcome.Restored] }));
        }
    }

    [Fact]
    public async Task Was_used_from_the_time_of_use_on_once_that_is_recorded()
    {
        var (article, used) = ("RIGA/knowledge-article/late", _ledger.Now.AddMinutes(-5));
        var use = new CitationEvent.Recorded(new(article, 1, 1), null, null, default, null);
        var position = _ledger.Append("RIGA/citation/late", use, occurredAt: used);
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        foreach (var (recorded, valid, count) in new[] { (position - 1, used, 0), (position, used.AddSeconds(-1), 0), (position, used, 1) })
        {
            var pin = (await session.PinAt(_ledger.Now, recorded, valid: valid))!;
            Assert.Equal(count, (await Ids(session, pin, new() { Article = article })).Count);
        }
    }

    private static async Task<List<string>> Ids(ReadSession session, EventKb.ReadModels.Pin pin, CitationFilter filter)
    {
        List<string> found = [];
        for (long? after = null; ;)
        {
            var page = await CitationQueries.List(session, Viewer.LocalOperator, pin, filter, 100, after);
            found.AddRange(page.Items.Select(row => row.Id));
            if (!page.HasMore)
            {
                Assert.Equal(found.Count, await page.Count());
                return found;
            }

            after = page.Items[^1].FirstPosition;
        }
    }

    /// <summary>What stands after so many events, in the order in which it was first recorded.</summary>
    private OrderedDictionary<string, CitationEvent.Recorded> Standing(int position)
    {
        OrderedDictionary<string, CitationEvent.Recorded> standing = [];
        foreach (var recorded in _ledger.Events.Take(position).Select(e => e.Recorded))
            switch (recorded.Event)
            {
                case CitationEvent.Recorded use:
                    standing.Add(recorded.Stream.Text, use);
                    break;
                case CitationEvent.OutcomeStated stated when standing.TryGetValue(recorded.Stream.Text, out var known):
                    standing[recorded.Stream.Text] = known with { Outcome = stated.Outcome };
                    break;
                case CitationEvent.Withdrawn:
                    standing.Remove(recorded.Stream.Text);
                    break;
            }

        return standing;
    }
}
