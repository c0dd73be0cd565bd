using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Catalogue;
using static EventKb.Domain.Catalogue.CatalogueEntryEvent;

namespace EventKb.Integration.Tests.ReadModels.Catalogue;

public sealed class ReadingRegisters
{
    private const string Service = "RIGA/catalogue-entry/s";
    private const string Resource = "RIGA/catalogue-entry/r";
    private static readonly Viewer Anyone = Viewer.Public;
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task An_entry_reads_as_on_the_day_and_is_gone_when_it_left()
    {
        _ledger.Append(Service, new Registered(EntryKind.Service, "S1", Day(1, 1)), new Content { Title = "Vecais" });
        _ledger.Append(Service, new Described(Day(3, 1)), new Content { Title = "Jaunais" });
        _ledger.Append(Service, new Discontinued(Day(6, 1)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        Assert.Equal(("Vecais", true, Day(6, 1), 3L), await Read(3, Day(2, 28)));
        Assert.Equal(("Jaunais", true, Day(6, 1), 3L), await Read(3, Day(3, 1)));
        Assert.Equal(("Vecais", true, null, 1L), await Read(1, Day(3, 1)));
        Assert.Equal(("Jaunais", false, Day(6, 1), 3L), await Read(3, Day(6, 1)));
        Assert.Empty(await CatalogueQueries.ByIds(session, Anyone, await Pin(session, 0, Day(3, 1)), [Service]));
        Assert.Empty((await CatalogueQueries.List(session, Anyone, await Pin(session, 3, Day(6, 1)), new(), 10)).Items);
        Assert.Single((await CatalogueQueries.List(session, Anyone, await Pin(session, 3, Day(6, 1)),
            new() { IncludeDiscontinued = true }, 10)).Items);

        async Task<(string?, bool, DateOnly?, long)> Read(long position, DateOnly day)
        {
            var view = (await CatalogueQueries.ByIds(session, Anyone, await Pin(session, position, day), [Service]))[Service];
            return (view.Name, view.InRegister, view.Until, view.Version);
        }
    }

    [Fact]
    public async Task Dependencies_have_days_and_both_ends_tell_of_them()
    {
        _ledger.Append(Service, new Registered(EntryKind.Service, "S1", Day(1, 1)), new Content { Title = "S" });
        _ledger.Append(Resource, new Registered(EntryKind.Resource, "R1", Day(1, 1)), new Content { Title = "R" });
        _ledger.Append(Service, new DependencyAdded(Resource, Day(2, 1)));
        _ledger.Append(Service, new DependencyRemoved(Resource, Day(3, 1)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var then = await Pin(session, 4, Day(2, 28));
        var views = await CatalogueQueries.ByIds(session, Anyone, then, [Service, Resource]);
        Assert.Equal([Resource], views[Service].DependsOn);
        Assert.Equal([Service], views[Resource].NeededBy);
        Assert.Equal([Service], (await CatalogueQueries.List(session, Anyone, then, new() { DependsOn = Resource }, 10))
            .Items.Select(e => e.Id));
        Assert.Empty((await CatalogueQueries.ByIds(session, Anyone, await Pin(session, 4, Day(3, 1)),
            [Service]))[Service].DependsOn);
        Assert.Equal([Resource], (await CatalogueQueries.List(session, Anyone, then, new() { Kind = EntryKind.Resource, Code = "R1" }, 5))
            .Items.Select(e => e.Id));
        Assert.Empty((await CatalogueQueries.List(session, Anyone, then, new() { Kind = EntryKind.Service, Code = "R1" }, 5)).Items);
        var page = await CatalogueQueries.List(session, Anyone, then, new(), 1, Resource);
        Assert.Equal((Service, false, 2L), (Assert.Single(page.Items).Id, page.HasMore, await page.Count()));
        Assert.Equal([Resource], (await CatalogueQueries.List(session, Anyone, then, new() { Kind = EntryKind.Resource }, 5))
            .Items.Select(e => e.Id));
    }

    [Fact]
    public async Task An_institution_becomes_another_on_its_day()
    {
        _ledger.Append("RIGA/institution/i", new InstitutionEvent.Registered(Day(1, 1), "90000000000"),
            new Content { Title = "Rīga" });
        _ledger.Append("RIGA/institution/i", new InstitutionEvent.Split([new("A"), new("B")], Day(7, 1)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var before = (await InstitutionQueries.ByCodes(session, Anyone, await Pin(session, 2, Day(6, 30)), ["RIGA", "NOBODY"]));
        Assert.Equal(("Rīga", InstitutionStatus.Active, "90000000000"),
            (before["RIGA"].Name, before["RIGA"].Status, before["RIGA"].RegistrationNumber));
        Assert.Single(before);
        var after = (await InstitutionQueries.ByCodes(session, Anyone, await Pin(session, 2, Day(7, 1)), ["RIGA"]))["RIGA"];
        Assert.Equal((InstitutionStatus.Split, Day(7, 1), 2L), (after.Status, after.Since, after.Version));
        Assert.Equal(["A", "B"], after.Successors);
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private async Task<Pin> Pin(ReadSession session, long position, DateOnly day) =>
        (await session.PinAt(_ledger.Now, position, valid: RigaDays.StartOf(day)))!;
}
