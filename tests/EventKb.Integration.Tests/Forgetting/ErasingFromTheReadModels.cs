using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Integration.Tests.ReadModels;
using EventKb.ReadModels;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>After an erasure the read models' files hold nothing of the text.</summary>
public sealed class ErasingFromTheReadModels : IAsyncLifetime
{
    private readonly MemoryLedger _ledger = new();
    private readonly LedgerFolder _after = new();
    private ReadModelFolder _models = null!;

    public Task InitializeAsync()
    {
        _models = new ReadModelFolder(_ledger);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(200)]
    [InlineData(20_000)]
    public async Task Texts_are_gone_from_every_page_and_from_the_log(int length)
    {
        Fill(60, length);
        await _models.Runner.CatchUp();
        Assert.NotEmpty(Traces.Of(Text(1), _models.Path));

        var erased = new long[] { 1, 2, 3, 6, 30, 60 };
        foreach (var position in erased)
        {
            _ledger.Erase(position);
            await _models.Runner.CatchUp();
            Assert.Empty(Traces.Of(Text(position), _models.Path));
        }

        await _models.Restart();
        Assert.All(erased, position => Assert.Empty(Traces.Of(Text(position), _models.Path)));
    }

    [Fact]
    public async Task A_reader_that_holds_the_log_delays_it_only_as_long_as_it_reads()
    {
        Fill(3, 100);
        await using (await _models.Read())
        {
            _ledger.Erase(2);
            await _models.Runner.CatchUp();
            Assert.NotEmpty(Traces.Of(Text(2), _models.Path));
        }

        await Traces.AreGone(Text(2), _models.Path, () => _models.Runner.CatchUp());
    }

    [Fact]
    public async Task A_crash_between_the_erasure_and_the_end_of_the_log_is_made_good_at_the_next_start()
    {
        Fill(3, 100);
        await using (await _models.Read())
        {
            _ledger.Erase(2);
            await _models.Runner.CatchUp();
            foreach (var file in Directory.GetFiles(_models.Path, "read*").Where(file => Path.GetExtension(file) != ".db-shm"))
                File.Copy(file, Path.Combine(_after.Path, Path.GetFileName(file)));
        }

        Assert.NotEmpty(Traces.Of(Text(2), _after.Path));
        await using var store = ReadModelStore.Open(_after.Path);
        await using var runner = new ProjectionRunner(store, _ledger);
        await runner.CatchUp();
        Assert.Empty(Traces.Of(Text(2), _after.Path));
    }

    public async Task DisposeAsync()
    {
        await _models.DisposeAsync();
        _after.Dispose();
    }

    private void Fill(int events, int length)
    {
        for (var i = 1; i <= events; i++)
            _ledger.Append($"RIGA/knowledge-article/a{i}", new Drafted(ArticleKind.Faq, "lv"),
                new Content { Title = Text(i), Body = Text(i) + new string('x', length) });
    }

    private static string Text(long i) => $"Text-{i:0000}-of-a-person";
}
