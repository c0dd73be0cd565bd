using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.ReadModels;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>Nine tenths of many texts of all sizes erased in random order, file digests and stewards' names among them.</summary>
public sealed class ErasingMostOfTheReadModels : IAsyncLifetime
{
    private const int Texts = 3_000;
    private const int AtOnce = 300;
    private readonly MemoryLedger _ledger = new();
    private readonly Random _random = new(20261124);
    private ReadModelFolder _models = null!;

    public Task InitializeAsync()
    {
        _models = new ReadModelFolder(_ledger);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Leaves_nothing_of_any_text_and_the_rows_are_those_of_a_rebuild()
    {
        foreach (var i in Enumerable.Range(1, Texts))
            Append(i);
        await _models.Runner.CatchUp();
        var order = Enumerable.Range(1, Texts).ToArray();
        _random.Shuffle(order);
        var erased = order[..(Texts * 9 / 10)];
        foreach (var chunk in erased.Chunk(AtOnce))
        {
            foreach (var i in chunk)
                _ledger.Erase(i);
            await _models.Runner.CatchUp();
        }

        var left = Traces.Numbers("canary-", _models.Path);
        Assert.Empty(left.Intersect(erased));
        Assert.Equal(order.Except(erased).Order(), left.Order());
        var live = await _models.Hash();
        await _models.Runner.Rebuild();
        Assert.Equal(live, await _models.Hash());
    }

    public async Task DisposeAsync() => await _models.DisposeAsync();

    private void Append(int i)
    {
        var (article, isIndexed) = ($"RIGA/knowledge-article/a{i}", i % 100 < 4);
        _ledger.Append(article, new Drafted(ArticleKind.Faq, "lv"), new Content
        {
            Title = Canary(i, 20),
            Summary = i % 3 == 0 ? null : Canary(i, _random.Next(20, 400)),
            Body = Canary(i, _random.Next(10) == 0 ? _random.Next(3_000, 20_000) : _random.Next(20, 800)),
            FileSha256 = isIndexed ? Canary(i, 64) : null,
            Steward = isIndexed ? Canary(i, 40) : null,
        });
    }

    private static string Canary(int number, int length) => $"canary-{number:00000}-".PadRight(length, 'x');
}
