using CsCheck;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels;

/// <summary>Rows against a naive fold, at every (position, time) of random histories whose events come late and out of order.</summary>
public sealed class ReadingAtAnyPositionAndTime
{
    private const int Streams = 3;
    private static readonly DateTimeOffset Base = MemoryLedger.Start;

    private static readonly Gen<(int Article, int What, int Occurred)[]> Histories =
        Gen.Select(Gen.Int[0, Streams - 1], Gen.Int[0, 6], Gen.Int[0, 8]).Array[1, 12];

    [Fact]
    public async Task The_rows_say_what_a_naive_fold_says() => await Histories.SampleAsync(Holds, iter: 40, threads: 1);

    private static async Task Holds((int Article, int What, int Occurred)[] history)
    {
        // RecordedEvent from the tenth minute on, so that every occurrence (minutes 0–8) is in the past of its recording.
        var ledger = new MemoryLedger().Wait(TimeSpan.FromMinutes(10));
        foreach (var (article, what, occurred) in history)
            ledger.Append(Id(article), Happened(what, ledger, Fold(ledger, Id(article), long.MaxValue, DateTimeOffset.MaxValue)),
                new Content { Title = "t", FileSha256 = "ff" }, Base.AddMinutes(occurred));
        await using var models = new ReadModelFolder(ledger);
        await using var session = await models.Read();
        for (var position = 0; position <= ledger.Size; position++)
            for (var minute = -1; minute <= 9; minute++)
                await Same(session, ledger, position, Base.AddMinutes(minute));
        await Same(session, ledger, ledger.Size, ledger.Now);
        await Same(session, ledger, ledger.Size, ledger.Now.AddYears(1));
    }

    private static async Task Same(ReadSession session, MemoryLedger ledger, long position, DateTimeOffset valid)
    {
        var pin = (await session.PinAt(ledger.Now, position, valid: valid))!;
        var expected = Enumerable.Range(0, Streams).Select(a => Fold(ledger, Id(a), position, valid)).OfType<Naive>()
            .OrderBy(n => n.FirstPosition).ToList();
        var page = (await ArticleQueries.List(session, Viewer.LocalOperator, pin, new(), 10)).Items;
        Assert.Equal(expected.Select(n => (n.Id, n.Version, n.Accountable, n.Flags, n.Revision)),
            page.Select(a => (a.Id, a.Version, a.Facts.Accountable, a.Facts.OpenFlags, a.Facts.LatestRevision)));
        foreach (var (naive, row) in expected.Zip(page))
        {
            var files = await ArticleQueries.Attachments(session, Viewer.LocalOperator, pin, row.FirstPosition, row.Facts.LatestRevision);
            Assert.Equal(naive.Attached, files.Count == 1);
            var revisions = (await RevisionQueries.List(session, Viewer.LocalOperator, row, 100)).Items;
            Assert.Equal(Enumerable.Range(1, naive.Revision), revisions.Select(r => r.Number));
        }

        var tagged = (await ArticleQueries.List(session, Viewer.LocalOperator, pin, new() { Keyword = "k" }, 10)).Items;
        Assert.Equal(expected.Where(n => n.Tagged).Select(n => n.Id), tagged.Select(a => a.Id));
    }

    private static Event Happened(int what, MemoryLedger ledger, Naive? so) => so is null ? new Drafted(ArticleKind.Faq, "lv") : what switch
    {
        0 => new Revised(so.Revision + 1),
        1 => new AccountabilitySet($"s{ledger.Size}"),
        2 => new Flagged(ledger.Size),
        3 or 4 => so.Attached ? new Detached(1) : new Attached(1, 1, "text/plain"),
        5 => new Classified(new Classification { Keywords = ["k"] }),
        _ => new Classified(new Classification()),
    };

    // The definition itself: of all events recorded by the position whose (running) validity has begun, the fold.
    private static Naive? Fold(MemoryLedger ledger, string id, long position, DateTimeOffset valid)
    {
        Naive? state = null;
        var from = DateTimeOffset.MinValue;
        foreach (var recorded in ledger.Events.Select(e => e.Recorded).Where(r => r.Stream.Text == id && r.Position <= position))
        {
            from = recorded.OccurredAt > from ? recorded.OccurredAt : from;
            if (from > valid)
                break;
            state = recorded.Event switch
            {
                Drafted => new Naive(id, recorded.Position),
                Revised => state! with { Revision = state.Revision + 1 },
                AccountabilitySet e => state! with { Accountable = e.Subject },
                Flagged => state! with { Flags = state.Flags + 1 },
                Attached => state! with { Attached = true },
                Detached => state! with { Attached = false },
                Classified e => state! with { Tagged = e.Classification.Keywords.Count > 0 },
                _ => throw new InvalidOperationException(),
            };
            state = state with { Version = recorded.Version };
        }

        return state;
    }

    private static string Id(int article) => $"RIGA/knowledge-article/{article}";

    private sealed record Naive(string Id, long FirstPosition, long Version = 0, string? Accountable = null, int Flags = 0, int Revision = 1,
        bool Attached = false, bool Tagged = false);
}
