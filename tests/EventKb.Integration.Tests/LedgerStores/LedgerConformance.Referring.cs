using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Erasure;
using EventKb.Domain.Holds;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Domain.Persons;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    private static readonly DateOnly Founded = new(2024, 1, 1);

    [Fact]
    public async Task What_a_command_refers_to_is_checked_as_of_a_position_that_the_event_records()
    {
        await CheckReferences();
        Assert.Equal("UNKNOWN_REFERENCE", (await Refused(Article("a"), Draft())).Code);
        await Found("RIGA");
        await Commit(Article("a"), Draft());
        await Commit(Article("a"), Revise("Otrais."));

        var checkedAt = (await All()).Select(e => e.Recorded.Metadata.CheckedAt);
        Assert.Equal([null, 1, null], checkedAt);
    }

    [Fact]
    public async Task A_repeat_answers_its_first_outcome_after_the_end_of_what_it_refers_to()
    {
        await CheckReferences();
        await Found("RIGA");
        var context = By();
        await Found("OGRE");
        var first = await Commit(Article("a"), Draft(), context);
        await End("RIGA");

        Assert.Equal(first with { Repeated = true }, await Commit(Article("a"), Draft(), context));
        Assert.Equal("UNKNOWN_REFERENCE", (await Refused(Article("b"), Draft())).Code);
    }

    [Fact]
    public async Task References_are_of_the_right_kind()
    {
        await CheckReferences();
        await Found("RIGA");
        await Commit(Holder.Stream!.Value, new PersonCommand.Register(PersonKind.Person, "Anna", null));
        var (service, gone) = (await Register(EntryKind.Service, "a"), await Register(EntryKind.Service, "b"));
        await Commit(gone, new CatalogueEntryCommand.Discontinue(Founded.AddDays(1)), By() with { ReasonCode = "closed" });
        var drafted = await Commit(Article("a"), Draft());
        var version = new ExactVersion(Article("a").Text, 1, drafted.FirstPosition);

        await Commit(Article("b"), Draft());

        Rejection[] refused =
        [
            await Refused(Article("a"), new KnowledgeArticleCommand.SetAccountability(gone.Text)),
            await Refused(Article("a"), new KnowledgeArticleCommand.Classify(new() { Resources = [service.Text] })),
            await Refused(Article("b"), new KnowledgeArticleCommand.Relate(1, RelationType.Evidence, version with { Number = 2 })),
            await Refused(Article("b"), new KnowledgeArticleCommand.Relate(1, RelationType.Evidence, version with { Position = 1 })),
            await Refused(OwnershipAssignment.HomeOf(Duty.ResourceOwner, service.Text)!.Value, Assign(Duty.ResourceOwner, service.Text)),
            await Refused(OwnershipAssignment.HomeOf(Duty.ServiceOwner, gone.Text)!.Value, Assign(Duty.ServiceOwner, gone.Text)),
        ];

        Assert.All(refused, r => Assert.Equal("UNKNOWN_REFERENCE", r.Code));
        Assert.Equal(["subject", "resources", "target", "target", "subject", "subject"], refused.Select(r => r.Field));
        await Commit(Article("b"), new KnowledgeArticleCommand.Relate(1, RelationType.Evidence, version));
        await Commit(Article("a"), new KnowledgeArticleCommand.SetAccountability(service.Text));
        await Commit(OwnershipAssignment.HomeOf(Duty.ServiceOwner, service.Text)!.Value, Assign(Duty.ServiceOwner, service.Text));
    }

    [Fact]
    public async Task A_duty_has_one_stream_over_all_institutions()
    {
        await CheckReferences();
        await Found("RIGA");
        await Found("OGRE");
        await Commit(Holder.Stream!.Value, new PersonCommand.Register(PersonKind.Person, "Anna", null));
        var (assign, other) = (Assign(Duty.ServicePortfolioOwner, "RIGA"), new InstitutionCode("OGRE"));

        Assert.Equal("WRONG_STREAM",
            (await Refused(OwnershipAssignment.StreamOf(other, Duty.ServicePortfolioOwner, "RIGA"), assign)).Code);
        Assert.Equal("WRONG_STREAM", (await Refused(new StreamId(Riga, OwnershipAssignment.Category, "anything"), assign)).Code);
        Assert.Equal("OTHER_INSTITUTION", (await Refused(OwnershipAssignment.HomeOf(Duty.ServicePortfolioOwner, "RIGA")!.Value, assign,
            By() with { Institution = other })).Code);
    }

    [Fact]
    public async Task An_erasure_has_one_stream_over_all_institutions()
    {
        await Commit(Article("a"), Draft());
        var erase = new ErasureCommand.EraseContent(1, Article("a").Text, "VDAR 17. pants");

        Assert.Equal("WRONG_STREAM", (await Refused(Erasure.StreamOf(new("OGRE"), 1), erase)).Code);
        Assert.Equal("WRONG_STREAM", (await Refused(Erasure.StreamOf(Riga, 99), erase)).Code);
        await Commit(Erasure.StreamOf(Riga, 1), erase);
    }

    [Theory]
    [InlineData(true, 1_000)]
    [InlineData(false, 100)]
    public async Task A_command_raced_with_the_end_of_what_it_refers_to_is_refused_or_stands_before_it(bool isChecked, int seeds)
    {
        await CheckReferences(isChecked);
        await Found("RIGA");
        var after = 0;
        foreach (var some in Enumerable.Range(0, seeds).Chunk(50))
            after += (await Task.WhenAll(some.Select(Race))).Count(isAfter => isAfter);

        Assert.Equal(isChecked, after == 0);
    }

    [Fact]
    public async Task A_first_hold_that_comes_between_an_erasures_check_and_its_write_stops_it()
    {
        await CheckReferences();
        await Found("RIGA");
        await Commit(Holder.Stream!.Value, new PersonCommand.Register(PersonKind.Person, "Anna", null));
        var order = new WriteOrder();
        var (before, turn) = (order.Next(), order.Next());
        var erasing = Ledger.Gateway.Send(Holder.Stream!.Value, [(new PersonCommand.Erase("VDAR 17. pants"), By())], turn);
        // Time enough to be checked and to wait for its turn; were it too short, the first check would refuse it.
        await Task.Delay(200);
        await Commit(LegalHold.StreamOf(Holder.Stream!.Value), new LegalHoldCommand.Place(Holder.Value, "A-1", "KPL 190. pants"));
        before.End();

        Assert.Equal("LEGAL_HOLD", Assert.IsType<CommandOutcome.Refused>(Assert.Single(await erasing)).Rejection.Code);
    }

    private async Task<bool> Race(int seed)
    {
        var (code, random) = ($"I{seed}", new Random(seed));
        await Found(code);
        StreamId Article(string id) => new(new(code), KnowledgeArticle.Category, id);
        if (random.Next(2) == 0)
            await Commit(Article("before"), Draft());
        var end = Task.Run(async () =>
        {
            await Task.Delay(random.Next(3));
            return await Commit(Institution.StreamOf(new(code)), new InstitutionCommand.Succeed(new("RIGA"), Founded.AddDays(1)),
                By() with { ReasonCode = "reform" });
        });
        await Task.Delay(random.Next(3));
        var drafted = await Ledger.Gateway.Send(Article("raced"), Draft(), By());
        var ended = await end;
        if (drafted is CommandOutcome.Refused refused)
            Assert.Equal("UNKNOWN_REFERENCE", refused.Rejection.Code);
        return drafted is CommandOutcome.Committed committed && committed.FirstPosition > ended.LastPosition;
    }

    private async Task CheckReferences(bool isChecked = true)
    {
        _checksReferences = isChecked;
        await Restart();
    }

    private Task<CommandOutcome.Committed> Found(string code) => Commit(Institution.StreamOf(new(code)), new InstitutionCommand.Register(code, Founded, null));

    private Task<CommandOutcome.Committed> End(string code) => Commit(Institution.StreamOf(new(code)), new InstitutionCommand.Succeed(new("OGRE"), Founded.AddDays(1)),
        By() with { ReasonCode = "reform" });

    private async Task<StreamId> Register(EntryKind kind, string code)
    {
        var entry = CatalogueEntry.StreamOf(Riga, kind, code);
        await Commit(entry, new CatalogueEntryCommand.Register(kind, code, code, null, Founded));
        return entry;
    }

    private static readonly PersonId Holder = new("RIGA/person/holder");

    private static OwnershipAssignmentCommand.Assign Assign(Duty duty, string subject) =>
        new(duty, subject, Holder, Riga, Founded.AddDays(2), null, new("1", Founded));
}
