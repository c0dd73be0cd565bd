using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.ReadModels;
using EventKb.ReadModels.Audit;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels.Audit;

public sealed class ReadingTheTrail
{
    private const string Article = "RIGA/knowledge-article/1";
    private const string Service = "RIGA/catalogue-entry/s";
    private const string Owner = "RIGA/ownership-assignment/o";
    private static readonly Viewer Operator = Viewer.LocalOperator;
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task Each_entry_says_what_each_field_was_before_and_after()
    {
        _ledger.Append(Article, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "Ā", Body = "a", Reason = "sākums" },
            reasonCode: "new");
        _ledger.Append(Article, new Revised(2), new Content { Title = "Ā", Body = "b" });
        _ledger.Append(Article, new SubmittedForReview(2));
        _ledger.Append(Article, new Published(2, new DateOnly(2027, 1, 2)));
        var trail = await Trail(new AuditFilter { TrailOf = Article });
        Assert.Equal([1L, 2, 3, 4], trail.Select(e => e.Position));
        Assert.Equal(("new", "sākums", "RIGA", Via.Api),
            (trail[0].ReasonCode, trail[0].Reason, trail[0].Institution, trail[0].Via));
        Assert.Equal([new("title", null, "Ā"), new("body", null, "sha256:" + Content.Sha256("a")), new("revision", null, "1"),
            new("stage", null, "draft"), new("kind", null, "faq"), new("language", null, "lv"), new("state", null, "draft")],
                trail[0].Changes);
        Assert.Equal([new("body", "sha256:" + Content.Sha256("a"), "sha256:" + Content.Sha256("b")), new("revision", "1", "2")],
            trail[1].Changes);
        Assert.Equal([new("stage", "draft", "in-review"), new("state", "draft", "in-review")], trail[2].Changes);
        Assert.Equal([new("publishedRevision", null, "2"), new("nextReviewOn", null, "2027-01-02"),
            new("state", "in-review", "published")],
            trail[3].Changes);
    }

    [Fact]
    public async Task Erased_texts_are_gone_from_the_trail_and_the_erasure_belongs_to_it()
    {
        var first = _ledger.Append(Article, new Drafted(ArticleKind.Faq, "lv"),
            new Content { Title = "Slepens", Sections = new Dictionary<string, string> { ["cause"] = "kļūda" } });
        _ledger.Append(Article, new Revised(2), new Content { Title = "Atklāts" });
        var before = await Trail(new AuditFilter { TrailOf = Article });
        Assert.Contains(new("sections", null, $$"""{"cause":"sha256:{{Content.Sha256("kļūda")}}"}"""), before[0].Changes);
        _ledger.Erase(first);
        var after = await Trail(new AuditFilter { TrailOf = Article });
        Assert.Equal(["RIGA/erasure/1", Article], [after[2].Stream, after[2].Subject]);
        Assert.Contains(new("title", null, null), after[0].Changes);
        Assert.Contains(new("title", null, "Atklāts"), after[1].Changes);
        Assert.DoesNotContain("Slepens", string.Concat(after.SelectMany(e => e.Changes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuilt_rows_are_the_live_rows_even_when_texts_were_erased_in_between()
    {
        await using var models = new ReadModelFolder(_ledger);
        var first = _ledger.Append(Article, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a", Comment = "c" });
        _ledger.Append(Article, new Flagged(1), new Content { Comment = "?" });
        await models.Runner.CatchUp();
        _ledger.Erase(first);
        await models.Runner.CatchUp();
        var live = await models.Hash();
        await models.Runner.Rebuild();
        Assert.Equal(live, await models.Hash());
    }

    [Fact]
    public async Task It_is_filtered_by_what_the_stream_was_about_at_the_time()
    {
        _ledger.Append(Service, new CatalogueEntryEvent.Registered(EntryKind.Service, "S1", new DateOnly(2026, 1, 1)),
            new Content { Title = "S" });
        _ledger.Append(Owner, Assigned("RIGA/person/holder"));
        _ledger.Append(Article, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(Article, new Classified(new Classification { Services = [Service] }));
        _ledger.Append(Article, new AccountabilitySet(Service), person: "RIGA/person/berta");
        _ledger.Append(Article, new Classified(new Classification()));
        _ledger.Append(Article, new Flagged(1));
        Assert.Equal([1L, 2, 4, 5, 6], await Positions(new AuditFilter { Service = Service }));
        Assert.Empty(await Positions(new AuditFilter { Resource = Article }));
        Assert.Equal([5L, 6, 7], await Positions(new AuditFilter { Accountable = Service }));
        Assert.Equal([5L, 6, 7], await Positions(new AuditFilter { AccountablePerson = "RIGA/person/holder" }));
        Assert.Empty(await Positions(new AuditFilter { AccountablePerson = "RIGA/person/berta" }));
        Assert.Equal([2L], await Positions(new AuditFilter { Duty = Duty.ServiceOwner }));
        Assert.Equal([2L], await Positions(new AuditFilter { Level = Level.CoreOperations, Scope = Scope.Service }));
        Assert.Empty(await Positions(new AuditFilter { Duty = Duty.ServiceOwner, Scope = Scope.Resource }));
        Assert.Equal([3L, 4, 5, 6, 7], await Positions(new AuditFilter { TrailOf = Article }));
        Assert.Equal([2L, 3, 4, 5, 6, 7], await Positions(new AuditFilter { TrailOf = Article, WithOwnership = true }));
        Assert.Equal([5L], await Positions(new AuditFilter { Person = "RIGA/person/berta" }));
        Assert.Equal([4L, 6], await Positions(new AuditFilter { Type = "knowledge-article.classified" }));
        Assert.Equal([4L, 6], await Positions(new AuditFilter { Type = "knowledge-article.classified/1" }));
        Assert.Empty(await Positions(new AuditFilter { Type = "knowledge-article.classif" }));
        Assert.Equal([5L, 6], await Positions(new AuditFilter
        {
            PositionFrom = 5,
            RecordedUntil = MemoryLedger.Start.AddSeconds(7),
            Institution = "RIGA",
            Category = "knowledge-article",
            Via = Via.Api,
        }));
    }

    [Fact]
    public async Task It_is_paged_from_either_end_with_a_count()
    {
        for (var i = 1; i <= 5; i++)
            _ledger.Append($"RIGA/knowledge-article/{i}", new Drafted(ArticleKind.Faq, "lv"));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var pin = session.Head(_ledger.Now);
        var page = await AuditQueries.List(session, Operator, pin, new AuditFilter(), 2, after: new AuditPlace(2, default));
        Assert.Equal([3L, 4L], page.Items.Select(e => e.Position));
        Assert.Equal((true, 5L), (page.HasMore, await page.Count()));
        var newest = await AuditQueries.List(session, Operator, pin, new AuditFilter(), 3, AuditOrder.PositionDesc, new AuditPlace(4, default));
        Assert.Equal([3L, 2L, 1L], newest.Items.Select(e => e.Position));
        Assert.False(newest.HasMore);
        Assert.Equal([2L], (await AuditQueries.At(session, Operator, pin, [2, 9])).Keys);
        var none = await AuditQueries.List(session, Viewer.Public, pin, new AuditFilter(), 2);
        Assert.Equal((0, 0L), (none.Items.Count, await none.Count()));
    }

    [Fact]
    public async Task A_pin_hides_what_was_recorded_later_and_what_had_not_happened_yet()
    {
        var old = MemoryLedger.Start.AddYears(-1);
        _ledger.Append(Article, new Drafted(ArticleKind.Faq, "lv"), occurredAt: old);
        _ledger.Append(Article, new Revised(2), new Content { Title = "b" }, occurredAt: old.AddDays(10));
        _ledger.Append(Article, new Revised(3), new Content { Title = "c" }, occurredAt: old.AddDays(5));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        Assert.Equal([1L], await At(2, old.AddDays(9)));
        Assert.Equal([1L, 2], await At(2, old.AddDays(10)));
        // The third revision takes hold when the second does: a stream never goes back.
        Assert.Equal([1L], await At(3, old.AddDays(6)));
        Assert.Equal([1L, 2, 3], await At(3, old.AddDays(10)));

        async Task<List<long>> At(long position, DateTimeOffset valid) =>
            [.. (await AuditQueries.List(session, Operator, (await session.PinAt(_ledger.Now, position, valid: valid))!,
                new AuditFilter { Stream = Article }, 10)).Items.Select(e => e.Position)];
    }

    private static OwnershipAssignmentEvent.Assigned Assigned(string holder) =>
        new(1, Duty.ServiceOwner, Service, new PersonId(holder),
        new InstitutionCode("RIGA"), new DateOnly(2026, 1, 1), null, new Basis("1-1", new DateOnly(2025, 12, 30)));

    private async Task<List<long>> Positions(AuditFilter filter) => [.. (await Trail(filter)).Select(e => e.Position)];

    private async Task<IReadOnlyList<AuditEntryRow>> Trail(AuditFilter filter)
    {
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        return (await AuditQueries.List(session, Operator, session.Head(_ledger.Now), filter, 100)).Items;
    }
}
