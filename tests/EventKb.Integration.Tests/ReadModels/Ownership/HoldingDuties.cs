using EventKb.Domain;
using EventKb.Domain.Ownership;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Ownership;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;

namespace EventKb.Integration.Tests.ReadModels.Ownership;

public sealed class HoldingDuties
{
    private const string Stream = "RIGA/ownership-assignment/o";
    private const string Service = "RIGA/catalogue-entry/s";
    private static readonly Basis Order = new("1-5/7", new DateOnly(2025, 12, 1));
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task A_transfer_hands_over_at_midnight_in_Riga()
    {
        Assign("anna", Day(1, 1));
        _ledger.Append(Stream, new Transferred(1, 2, new PersonId("berta"), new InstitutionCode("RIGA"), Day(3, 30), null,
            Order));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var midnight = RigaDays.StartOf(Day(3, 30));
        Assert.Equal(["anna"], await Holders(session, 2, midnight.AddTicks(-10)));
        Assert.Equal(["berta"], await Holders(session, 2, midnight));
        Assert.Equal(["anna"], await Holders(session, 1, midnight));
        Assert.Empty(await Holders(session, 2, RigaDays.StartOf(Day(1, 1)).AddTicks(-10)));
        var view = (await View(session, 2, midnight))!;
        Assert.Equal([(1, Day(1, 1), Day(3, 30)), (2, Day(3, 30), (DateOnly?)null)],
            view.Terms.Select(t => (t.Term, t.From, t.Until)));
        Assert.Equal((2L, Duty.ServiceOwner, Level.CoreOperations, Scope.Service),
            (view.Version, view.Duty, view.Level, view.Scope));
    }

    [Fact]
    public async Task A_correction_changes_the_past_and_what_was_known_before_stays()
    {
        Assign("anna", Day(1, 1));
        _ledger.Append(Stream, new Ended(1, Day(5, 1)), reasonCode: "holder-left");
        _ledger.Append(Stream, new Corrected(1, new PersonId("dace"), new InstitutionCode("RIGA"), Day(2, 1), Day(4, 1), Order));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var april = RigaDays.StartOf(Day(4, 15));
        Assert.Equal(["anna"], await Holders(session, 1, april));
        Assert.Equal(["anna"], await Holders(session, 2, april));
        Assert.Empty(await Holders(session, 3, april));
        Assert.Equal(["dace"], await Holders(session, 3, RigaDays.StartOf(Day(2, 1))));
        Assert.Empty(await Holders(session, 3, RigaDays.StartOf(Day(1, 15))));
        Assert.Equal("holder-left", Assert.Single((await View(session, 3, april))!.Terms).EndReason);
        Assert.Null((await View(session, 1, april))!.Terms[0].EndReason);
    }

    [Fact]
    public async Task Deputies_have_days_and_powers()
    {
        Assign("anna", Day(1, 1));
        _ledger.Append(Stream, new DeputyAppointed(1, new PersonId("egils"), Day(2, 1), Day(3, 1), ["approve"], true, Order));
        _ledger.Append(Stream, new DeputyRelieved(1, Day(2, 10)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var deputy = Assert.Single((await View(session, 2, RigaDays.StartOf(Day(2, 20))))!.CurrentDeputies);
        Assert.Equal(("egils", "approve", true, Day(3, 1)), (deputy.Person, deputy.Powers[0], deputy.Acting, deputy.Until));
        Assert.Empty((await View(session, 3, RigaDays.StartOf(Day(2, 10))))!.CurrentDeputies);
        Assert.Equal(Day(2, 10), Assert.Single((await View(session, 3, RigaDays.StartOf(Day(2, 10))))!.Deputies).Until);
    }

    [Fact]
    public async Task Assignments_are_filtered_paged_and_counted()
    {
        Assign("anna", Day(1, 1));
        Assign("berta", Day(1, 1), "RIGA/ownership-assignment/p", Duty.ResourceOwner, "RIGA/catalogue-entry/r");
        Assign("anna", Day(1, 1), "CESIS/ownership-assignment/q", Duty.ServicePortfolioOwner, "CESIS", until: Day(1, 2));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var pin = (await session.PinAt(_ledger.Now, valid: RigaDays.StartOf(Day(6, 1))))!;
        Assert.Equal([Stream], await Ids(new OwnershipFilter { Person = "anna" }));
        Assert.Equal(["CESIS/ownership-assignment/q"], await Ids(new OwnershipFilter { Held = false }));
        Assert.Equal(2, (await Ids(new OwnershipFilter { Held = true })).Length);
        Assert.Equal(["RIGA/ownership-assignment/p"], await Ids(new OwnershipFilter { Level = Level.Provision }));
        Assert.Equal(["RIGA/ownership-assignment/p"],
            await Ids(new OwnershipFilter { Duty = Duty.ResourceOwner, Institution = "RIGA" }));
        Assert.Equal([Stream], await Ids(new OwnershipFilter { Subject = Service, HolderInstitution = "RIGA" }));
        Assert.Empty(await Ids(new OwnershipFilter { Institution = "nobody" }));
        var page = await OwnershipQueries.List(session, Viewer.LocalOperator, pin, new OwnershipFilter(), 1,
            "CESIS/ownership-assignment/q");
        Assert.Equal((Stream, true, 3L), (Assert.Single(page.Items).Id, page.HasMore, await page.Count()));
        Assert.Empty((await OwnershipQueries.List(session, Viewer.Public, pin, new OwnershipFilter(), 5)).Items);
        var of = await OwnershipQueries.Of(session, Viewer.LocalOperator, pin,
            [(Service, Duty.ServiceOwner), ("RIGA/catalogue-entry/r", Duty.ResourceOwner), (Service, Duty.ServiceProvider)]);
        Assert.Equal(["anna"], of[(Service, Duty.ServiceOwner)].Single().Holders.Select(t => t.Holder));
        Assert.Equal(["berta"], of[("RIGA/catalogue-entry/r", Duty.ResourceOwner)].Single().Holders.Select(t => t.Holder));
        Assert.Empty(of[(Service, Duty.ServiceProvider)]);

        async Task<string[]> Ids(OwnershipFilter filter)
        {
            var found = await OwnershipQueries.List(session, Viewer.LocalOperator, pin, filter, 10);
            Assert.Equal(found.Items.Count, await found.Count());
            return [.. found.Items.Select(view => view.Id)];
        }
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private void Assign(string holder, DateOnly from, string stream = Stream, Duty duty = Duty.ServiceOwner,
        string subject = Service,
        DateOnly? until = null) =>
        _ledger.Append(stream, new Assigned(1, duty, subject, new PersonId(holder), new InstitutionCode("RIGA"), from, until,
            Order));

    private async Task<OwnershipRow?> View(ReadSession session, long position, DateTimeOffset valid) =>
        (await OwnershipQueries.ByIds(session, Viewer.LocalOperator, (await session.PinAt(_ledger.Now, position, valid: valid))!,
            [Stream]))
        .GetValueOrDefault(Stream);

    private async Task<string[]> Holders(ReadSession session, long position, DateTimeOffset valid) =>
        [.. (await View(session, position, valid))!.Holders.Select(term => term.Holder)];
}
