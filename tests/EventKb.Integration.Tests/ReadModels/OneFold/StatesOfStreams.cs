using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>Few states are kept, many streams come: what was let go is replayed.</summary>
public sealed class StatesOfStreams
{
    private const int Streams = 17;
    private readonly MemoryLedger _ledger = new();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(1_000)]
    public async Task A_stream_that_comes_back_stands_where_it_stood(int mostKept)
    {
        Write(new Random(7));
        var (states, versions) = (new StreamStates(mostKept), new Dictionary<StreamId, long>());
        foreach (var batch in _ledger.Events.Chunk(1 + (mostKept % 7)))
        {
            await states.Prepare(batch, _ledger, default);
            foreach (var step in batch.Select(states.Next))
            {
                Assert.Equal(versions.GetValueOrDefault(step.Recorded.Stream), step.Before.Version);
                versions[step.Recorded.Stream] = step.After.Version;
                Assert.Equal(Fold(step.Recorded), step.After.State);
            }
        }
    }

    [Fact]
    public async Task A_batch_that_was_not_stored_is_taken_again()
    {
        Write(new Random(8));
        var states = new StreamStates();
        for (var again = 0; again < 2; again++)
        {
            await states.Prepare(_ledger.Events, _ledger, default);
            Assert.Equal(_ledger.Events.Select(e => e.Recorded.Version), _ledger.Events.Select(states.Next).Select(step => step.After.Version));
        }
    }

    [Fact]
    public void An_event_that_does_not_follow_is_no_step()
    {
        Write(new Random(9));
        Assert.Throws<InvalidOperationException>(() => new StreamStates().Next(_ledger.Events.First(e => e.Recorded.Version == 2)));
    }

    private void Write(Random random)
    {
        var flags = new int[Streams];
        for (var i = 0; i < 120; i++)
        {
            var stream = random.Next(Streams);
            KnowledgeArticleEvent happened = flags[stream]++ == 0 ? new Drafted(ArticleKind.Faq, "lv") : new Flagged(flags[stream] - 1);
            _ledger.Append($"RIGA/knowledge-article/{stream}", happened, new Content { Comment = $"{i}" });
        }
    }

    private KnowledgeArticleState Fold(RecordedEvent last) => (KnowledgeArticleState)_ledger.Events.Select(e => e.Recorded)
        .Where(e => e.Stream == last.Stream && e.Version <= last.Version)
        .Aggregate(KnowledgeArticle.Decider.Initial, KnowledgeArticle.Decider.Evolve);
}
