using CsCheck;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Coverage;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;

namespace EventKb.Integration.Tests.ReadModels.Coverage;

public sealed class CountingGaps
{
    private const string Service = "RIGA/catalogue-entry/s";
    private const string Owner = "RIGA/ownership-assignment/o";
    private const string Article = "RIGA/knowledge-article/1";
    private static readonly Basis Order = new("1-5/7", new DateOnly(2025, 12, 1));
    private static readonly GapFilter Owners = new() { Duty = Duty.ServiceOwner, Subject = Service };
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task A_service_is_vacant_from_its_first_day_and_left_when_its_holder_left()
    {
        Register(Day(1, 10));
        _ledger.Append(Owner, Assigned(1, Day(2, 1)));
        _ledger.Append(Owner, new Ended(1, Day(3, 29)), reasonCode: "holder-left");
        _ledger.Append(Owner, new DeputyAppointed(1, new PersonId("d"), Day(3, 31), Day(4, 3), [], true, Order));
        _ledger.Append(Owner, Assigned(2, Day(4, 5), Day(5, 1)));
        var gaps = await Gaps(Day(5, 31), Owners with { Kind = null });
        Assert.Equal(
        [
            (GapKind.Vacant, Day(1, 10), Day(2, 1), 22), (GapKind.HolderLeft, Day(3, 29), Day(3, 31), 2),
            (GapKind.DeputyOnly, Day(3, 31), Day(4, 3), 3), (GapKind.HolderLeft, Day(4, 3), Day(4, 5), 2),
            (GapKind.Vacant, Day(5, 1), (DateOnly?)null, 31),
        ], gaps.Where(g => g.Kind != GapKind.NoArticle).Select(g => (g.Kind, g.From, g.Until, g.Days)));
        Assert.All(gaps, g => Assert.Equal((Level.CoreOperations, Scope.Service, "RIGA"), (g.Level, g.Scope, g.Institution)));
    }

    [Fact]
    public async Task The_pin_decides_what_is_open_and_what_was_known()
    {
        Register(Day(1, 10));
        _ledger.Append(Owner, Assigned(1, Day(2, 1)));
        var vacant = Owners with { Kind = GapKind.Vacant };
        Assert.Empty(await Gaps(Day(1, 9), vacant));
        Assert.Equal((null, 1), Single(await Gaps(Day(1, 10), vacant)));
        Assert.Equal((null, 22), Single(await Gaps(Day(1, 31), vacant)));
        Assert.Equal((Day(2, 1), 22), Single(await Gaps(Day(2, 1), vacant)));
        Assert.Equal((null, 23), Single(await Gaps(Day(2, 1), vacant, position: 1)));
        Assert.Empty(await Gaps(Day(2, 1), vacant with { Open = true }));
        Assert.Empty(await Gaps(Day(2, 9), vacant with { From = Day(2, 1) }));
        Assert.Single(await Gaps(Day(2, 9), vacant with { From = Day(1, 31), Until = Day(2, 5) }));
        Assert.Empty(await Gaps(Day(2, 9), vacant with { Until = Day(1, 10) }));

        static (DateOnly?, int) Single(IReadOnlyList<GapRow> gaps) => (Assert.Single(gaps).Until, gaps[0].Days);
    }

    [Fact]
    public async Task An_article_that_applies_until_the_end_of_time_leaves_every_gap_countable()
    {
        Register(Day(1, 1));
        _ledger.Append(Article, new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), new Content { Title = "t" });
        _ledger.Append(Article, new KnowledgeArticleEvent.AccountabilitySet(Service));
        _ledger.Append(Article, new KnowledgeArticleEvent.ValidityChanged(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        _ledger.Append(Article, new KnowledgeArticleEvent.Published(1, DateOnly.MaxValue));
        Assert.Equal((GapKind.Vacant, Day(1, 1), null), Assert.Single((await Gaps(Day(1, 31), Owners)).Select(g => (g.Kind, g.From, g.Until))));
    }

    [Fact]
    public async Task Institutions_need_both_portfolio_owners_and_a_discontinued_entry_needs_nobody()
    {
        _ledger.Append("RIGA/institution/i", new InstitutionEvent.Registered(Day(1, 1), null), new Content { Title = "Rīga" });
        Register(Day(1, 1));
        _ledger.Append(Service, new CatalogueEntryEvent.Discontinued(Day(1, 5)));
        var gaps = await Gaps(Day(1, 31), new GapFilter { Institution = "RIGA" });
        Assert.Equal([Duty.ResourcePortfolioOwner, Duty.ServicePortfolioOwner],
            gaps.Where(g => g.Until is null).Select(g => g.Duty).Order()
            .OrderBy(d => d == Duty.ServicePortfolioOwner));
        Assert.Equal([(Duty.ServiceOwner, 4), (Duty.ServiceProvider, 4)],
            gaps.Where(g => g is { Kind: GapKind.Vacant, Until: not null }).Select(g => (g.Duty!.Value, g.Days)));
        Assert.Empty(await Gaps(Day(1, 31), new GapFilter { Institution = "CESIS" }));
    }

    [Fact]
    public async Task A_subject_no_register_knows_is_watched_from_its_first_term()
    {
        _ledger.Append(Owner, Assigned(1, Day(2, 1), Day(2, 11)));
        var gap = Assert.Single(await Gaps(Day(2, 20), new GapFilter()));
        Assert.Equal((GapKind.Vacant, Day(2, 11), 10, Service), (gap.Kind, gap.From, gap.Days, gap.Subject));
    }

    [Fact]
    public async Task A_service_has_no_article_until_one_that_names_it_is_published()
    {
        Register(Day(1, 1));
        _ledger.Append(Article, new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" },
            At(Day(1, 3)));
        _ledger.Append(Article, new KnowledgeArticleEvent.Classified(new Classification { Services = [Service] }),
            occurredAt: At(Day(1, 4)));
        _ledger.Append(Article, new KnowledgeArticleEvent.Published(1), occurredAt: At(Day(1, 6)));
        _ledger.Append(Article, new KnowledgeArticleEvent.Retired(null), occurredAt: At(Day(1, 20)));
        var none = new GapFilter { Kind = GapKind.NoArticle };
        Assert.Equal([(Day(1, 1), Day(1, 6), 5), (Day(1, 21), (DateOnly?)null, 5)],
            (await Gaps(Day(1, 25), none)).Select(g => (g.From, g.Until, g.Days)));
        Assert.Equal([(Day(1, 1), Day(1, 6), 5)], (await Gaps(Day(1, 25), none, position: 4)).Select(g =>
            (g.From, g.Until!.Value, g.Days)));
        Assert.Equal([(Day(1, 1), 25)], (await Gaps(Day(1, 25), none, position: 3)).Select(g => (g.From, g.Days)));
    }

    [Fact]
    public async Task The_accountable_subject_counts_as_named()
    {
        Register(Day(1, 1));
        _ledger.Append(Article, new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" },
            At(Day(1, 1)));
        _ledger.Append(Article, new KnowledgeArticleEvent.AccountabilitySet(Service), occurredAt: At(Day(1, 1)));
        Assert.Single(await Gaps(Day(1, 25), new GapFilter { Kind = GapKind.NoArticle }));
        _ledger.Append(Article, new KnowledgeArticleEvent.Published(1), occurredAt: At(Day(1, 1)));
        Assert.Empty(await Gaps(Day(1, 25), new GapFilter { Kind = GapKind.NoArticle }));
    }

    [Fact]
    public async Task A_review_is_overdue_from_the_day_after_until_it_is_done()
    {
        Register(Day(1, 1));
        _ledger.Append(Article, new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" },
            At(Day(1, 1)));
        _ledger.Append(Article, new KnowledgeArticleEvent.Published(1, Day(2, 28)), occurredAt: At(Day(1, 1)));
        _ledger.Append(Article, new KnowledgeArticleEvent.AccountabilitySet(Service), occurredAt: At(Day(3, 2)));
        _ledger.Append(Article, new KnowledgeArticleEvent.ReviewedUnchanged(1, Day(9, 1)), occurredAt: At(Day(3, 31)));
        var overdue = new GapFilter { Kind = GapKind.ReviewOverdue };
        Assert.Empty(await Gaps(Day(2, 28), overdue));
        Assert.Equal((Day(3, 1), null, 1), Span(await Gaps(Day(3, 1), overdue, position: 3)));
        var gaps = await Gaps(Day(4, 5), overdue);
        Assert.Equal((Day(3, 1), Day(3, 31), 30), Span(gaps));
        Assert.Equal((Article, Service, Duty.ServiceOwner), (gaps[0].Article, gaps[0].Subject, gaps[0].Duty));
        Assert.Equal(2, (await Gaps(Day(9, 2), overdue)).Count);

        static (DateOnly, DateOnly?, int) Span(IReadOnlyList<GapRow> gaps) =>
            (Assert.Single(gaps).From, gaps[0].Until, gaps[0].Days);
    }

    [Fact]
    public async Task Gaps_are_paged_with_a_cursor_and_a_count()
    {
        for (var i = 1; i <= 3; i++)
            _ledger.Append($"{Service}{i}", new CatalogueEntryEvent.Registered(EntryKind.Resource, $"R{i}", Day(1, i)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var pin = (await session.PinAt(_ledger.Now, valid: At(Day(2, 1))))!;
        var filter = new GapFilter { Kind = GapKind.Vacant };
        var first = await GapQueries.List(session, Viewer.LocalOperator, pin, filter, 2);
        Assert.Equal((2, true, 3L), (first.Items.Count, first.HasMore, await first.Count()));
        var second = await GapQueries.List(session, Viewer.LocalOperator, pin, filter, 2, first.Items[1].Cursor);
        Assert.Equal((Service + 3, false), (Assert.Single(second.Items).Subject, second.HasMore));
        Assert.Empty((await GapQueries.List(session, Viewer.Public, pin, filter, 2)).Items);
    }

    private static readonly Gen<DaySpan> Spans = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40])
        .Select((one, other) => new DaySpan(Day(3, 1).AddDays(Math.Min(one, other)), Day(3, 1).AddDays(Math.Max(one, other))));

    [Fact]
    public void Every_day_has_the_reason_that_a_day_by_day_look_gives() =>
        Gen.Select(Spans.Array[0, 3], Gen.Select(Spans, Gen.Bool).Array[0, 4], Spans.Array[0, 3])
            .Sample((required, held, deputies) =>
        {
            // Empty terms were never held; of two that end on one day the reason would be a toss-up.
            var terms = held.Where(term => !term.Item1.IsEmpty).DistinctBy(term => term.Item1.Until)
                .Select(term => (Days: term.Item1, EndReason: term.Item2 ? DutyGaps.Left : null)).ToList();
            var gaps = DutyGaps.Of(required, terms, deputies).ToList();
            for (var day = Day(2, 25); day < Day(4, 15); day = day.AddDays(1))
            {
                var last = terms.Where(term => term.Days.Until <= day).OrderBy(term => term.Days.Until).LastOrDefault();
                GapKind? expected = !required.Any(span => span.Has(day)) || terms.Any(term => term.Days.Has(day)) ? null
                    : deputies.Any(span => span.Has(day)) ? GapKind.DeputyOnly
                    : last.EndReason is not null ? GapKind.HolderLeft : GapKind.Vacant;
                Assert.Equal(expected, gaps.Where(gap => gap.Days.Has(day)).Select(gap => (GapKind?)gap.Kind).SingleOrDefault());
            }
        }, iter: 500);

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static DateTimeOffset At(DateOnly day) => RigaDays.StartOf(day).AddHours(12);

    private static Assigned Assigned(int term, DateOnly from, DateOnly? until = null) =>
        new(term, Duty.ServiceOwner, Service, new PersonId("h"), new InstitutionCode("RIGA"), from, until, Order);

    private void Register(DateOnly from) => _ledger.Append(Service,
        new CatalogueEntryEvent.Registered(EntryKind.Service, "S1", from),
        new Content { Title = "S" });

    private async Task<IReadOnlyList<GapRow>> Gaps(DateOnly day, GapFilter filter, long? position = null)
    {
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        // The last moment of the day, so that what happens on it has happened.
        var pin = (await session.PinAt(_ledger.Now, position, valid: RigaDays.StartOf(day.AddDays(1)).AddMicroseconds(-1)))!;
        return (await GapQueries.List(session, Viewer.LocalOperator, pin, filter, 100)).Items;
    }
}
