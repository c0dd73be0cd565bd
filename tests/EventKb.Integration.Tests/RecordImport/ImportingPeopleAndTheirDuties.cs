using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Ownership;
using EventKb.Domain.Persons;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>An institution's registers of people and of their duties, read from files, and read again as they change.</summary>
public sealed class ImportingPeopleAndTheirDuties : IDisposable
{
    private const string PeopleMap = "key: tabele\nname: vārds\nemail: epasts\nuntil: līdz\ndateFormat: dd.MM.yyyy\ndelimiter: ';'";

    private const string People =
        """
        tabele;vārds;epasts;līdz;alga
        1;Anna Bērziņa;anna@example.lv;;1
        2;Juris Kalns;;;2
        3;Ilze Liepa;;01.02.2026;3

        """;

    private const string DutiesMap =
        """
        duty: pienākums
        subject: kods
        holder: tabele
        from: no
        until: līdz
        order: rīkojums
        orderDate: datums
        reason: iemesls
        duties: { Pakalpojuma saimnieks: service-owner, Pakalpojumu kopuma saimnieks: service-portfolio-owner }
        reasons: { Aizgāja: holder-left }
        """;

    private const string Duties =
        """
        pienākums,kods,tabele,no,līdz,rīkojums,datums,iemesls
        Pakalpojuma saimnieks,PS-1,1,2026-01-01,,1-2/3,2025-12-15,
        Pakalpojumu kopuma saimnieks,,2,2026-01-01,,1-2/4,2025-12-15,

        """;

    private static readonly InstitutionCode Riga = new("RIGA");
    private static readonly string Service = CatalogueEntry.StreamOf(Riga, EntryKind.Service, "PS-1").Text;
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Enters_everybody_once_and_later_what_is_otherwise()
    {
        Assert.Equal(0, await Import("people", PeopleMap, People, "2026-03-01"));
        Assert.Equal(
            [
                (new PersonEvent.Registered(PersonKind.Person, "people"), "Anna Bērziņa"), (new PersonEvent.Registered(PersonKind.Person, "people"), "Juris Kalns"),
                (new PersonEvent.Registered(PersonKind.Person, "people"), "Ilze Liepa"), (new PersonEvent.Left(new(2026, 2, 1)), null),
            ], await Said(Person.Category));
        Assert.Equal(0, await Import("people", PeopleMap, People, "2026-03-02"));
        Assert.Equal(("0", "3"), (_run.Said("events appended "), _run.Said("already there   ")));

        var married = People.Replace("Anna Bērziņa", "Anna Ozola", StringComparison.Ordinal).Replace(";01.02.2026;", ";;", StringComparison.Ordinal);
        Assert.Equal(0, await Import("people", PeopleMap, married, "2026-04-01"));
        Assert.Equal([(new PersonEvent.Renamed(new(2026, 4, 1)), "Anna Ozola"), (new PersonEvent.Returned(new(2026, 4, 1)), null)],
            (await Said(Person.Category)).Skip(4));
    }

    [Fact]
    public async Task Ends_those_whom_the_whole_register_lacks_and_nobody_who_came_from_elsewhere()
    {
        await Import("people", PeopleMap, People, "2026-03-01");
        await Import("people", PeopleMap + "\nregister: valde", People.Replace("Anna", "Zane", StringComparison.Ordinal), "2026-03-01");
        var without = string.Concat(People.Split('\n').Where(line => !line.StartsWith('2')).Select(line => line + "\n"));
        Assert.Equal(0, await Import("people", PeopleMap, without, "2026-04-01"));
        Assert.Equal(("0", 8), (_run.Said("events appended "), (await Said(Person.Category)).Count));
        Assert.Equal(0, await Import("people", PeopleMap, without, "2026-04-01", "--end-absent", "--dry-run"));
        Assert.Equal(("1", 8), (_run.Said("ended           "), (await Said(Person.Category)).Count));
        Assert.Equal(0, await Import("people", PeopleMap, without, "2026-04-01", "--end-absent"));
        Assert.Equal("1", _run.Said("ended           "));
        Assert.Equal([(new PersonEvent.Left(new(2026, 4, 1)), null)], (await Said(Person.Category)).Skip(8));
        Assert.Equal(0, await Import("people", PeopleMap, without, "2026-04-02", "--end-absent"));
        Assert.Equal("0", _run.Said("ended           "));
    }

    [Fact]
    public async Task Ends_nobody_where_a_row_cannot_be_read_or_there_is_none()
    {
        await Import("people", PeopleMap, People, "2026-03-01");
        Assert.Equal(2, await Import("people", PeopleMap, "tabele;vārds;epasts;līdz\n1;Anna Bērziņa;anna@example.lv;\n;Juris Kalns;;\n", "2026-04-01", "--end-absent"));
        Assert.Contains("nothing is ended: 1 rows cannot be read", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await Import("people", PeopleMap, "tabele;vārds;epasts;līdz\n", "2026-04-01", "--end-absent"));
        Assert.Contains("nothing is ended: the file has no rows", _run.Error, StringComparison.Ordinal);
        Assert.Equal(4, (await Said(Person.Category)).Count);
    }

    [Fact]
    public async Task Lists_bad_rows_by_their_key_and_never_by_a_name()
    {
        Assert.Equal(2, await Import("people", PeopleMap, People + "1;Vēlreiz;;;\n4;Anna 010180-12345;;;\n5;;;;\n6;Ieva;ieva;;\n", "2026-03-01",
            "--rejected", _run.At("rejected.csv")));
        var rejected = await File.ReadAllTextAsync(_run.At("rejected.csv"));
        Assert.Contains("5,,UNREADABLE_ROW,\"'key' is '1', which an earlier row has.\"", rejected, StringComparison.Ordinal);
        Assert.Contains("6,4,LOOKS_LIKE_PERSONAL_CODE,", rejected, StringComparison.Ordinal);
        Assert.Contains("7,,UNREADABLE_ROW,'name' is missing.", rejected, StringComparison.Ordinal);
        Assert.Contains("8,6,INVALID_INPUT,", rejected, StringComparison.Ordinal);
        Assert.DoesNotContain("Ieva", rejected + _run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("010180", rejected + _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_duties_passes_them_on_and_ends_them()
    {
        await Import("people", PeopleMap, People, "2026-03-01");
        await Import("catalogue", "code: kods\nname: nosaukums\nfrom: no\nkind: service", "kods,nosaukums,no\nPS-1,Izziņa,2025-01-01\n", "2026-03-01");
        var (anna, juris) = (await PersonOf("1"), await PersonOf("2"));
        Assert.Equal(0, await Import("ownership", DutiesMap, Duties, "2026-03-01"));
        Basis first = new("1-2/3", new(2025, 12, 15)), second = new("1-2/4", new(2025, 12, 15)), third = new("1-2/9", new(2026, 3, 30));
        Assert.Equal(
            [
                (new OwnershipAssignmentEvent.Assigned(1, Duty.ServiceOwner, Service, anna, Riga, new(2026, 1, 1), null, first), null),
                (new OwnershipAssignmentEvent.Assigned(1, Duty.ServicePortfolioOwner, "RIGA", juris, Riga, new(2026, 1, 1), null, second), null),
            ], await Said(OwnershipAssignment.Category));
        Assert.Equal(0, await Import("ownership", DutiesMap, Duties, "2026-03-02", "--end-absent"));
        Assert.Equal(("0", "0"), (_run.Said("events appended "), _run.Said("ended           ")));

        var passed = Duties.Replace("1,2026-01-01,,1-2/3,2025-12-15,", "1,2026-01-01,2026-04-01,1-2/3,2025-12-15,Aizgāja", StringComparison.Ordinal)
            + "Pakalpojuma saimnieks,PS-1,2,2026-04-01,,1-2/9,2026-03-30,\n";
        Assert.Equal(0, await Import("ownership", DutiesMap, passed, "2026-04-02"));
        Assert.Equal(
            [
                (new OwnershipAssignmentEvent.Ended(1, new(2026, 4, 1)), null),
                (new OwnershipAssignmentEvent.Assigned(2, Duty.ServiceOwner, Service, juris, Riga, new(2026, 4, 1), null, third), null),
            ], (await Said(OwnershipAssignment.Category)).Skip(2));
        Assert.Equal(0, await Import("ownership", DutiesMap, string.Concat(passed.Split('\n').Where(line => !line.Contains(",2,", StringComparison.Ordinal)).Select(line => line + "\n")),
            "2026-05-01", "--end-absent"));
        Assert.Equal(("2", 6), (_run.Said("ended           "), (await Said(OwnershipAssignment.Category)).Count));
    }

    [Fact]
    public async Task Refuses_a_holder_or_a_service_that_no_register_has()
    {
        await Import("people", PeopleMap, People, "2026-03-01");
        Assert.Equal(2, await Import("ownership", DutiesMap, Duties.Replace("saimnieks,,2", "saimnieks,,9", StringComparison.Ordinal), "2026-03-01"));
        Assert.Contains("line 2, PS-1: UNKNOWN_REFERENCE", _run.Error, StringComparison.Ordinal);
        Assert.Contains("line 3, ServicePortfolioOwner: UNKNOWN_REFERENCE", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_through_a_server_which_ends_whom_the_register_lacks()
    {
        var server = new RunningServer();
        await server.InitializeAsync();
        try
        {
            string[] there = ["--url", server.Http.BaseAddress!.ToString(), "--end-absent"];
            Assert.Equal(0, await ImportInto(there, "people", PeopleMap, People, "2026-03-01"));
            Assert.Equal("0", _run.Said("ended           "));
            var without = People.Replace("2;Juris Kalns;;;2\n", "", StringComparison.Ordinal);
            Assert.Equal(0, await ImportInto([.. there, "--dry-run"], "people", PeopleMap, without, "2026-04-01"));
            Assert.Equal("1", _run.Said("ended           "));
            Assert.Equal(0, await ImportInto(there, "people", PeopleMap, without, "2026-04-01"));
            Assert.Equal(("1", "1"), (_run.Said("ended           "), _run.Said("events appended ")));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private async Task<PersonId> PersonOf(string key)
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        return new(ledger.Pseudonyms.Of(Riga, "people", key).Text);
    }

    private Task<int> Import(string register, string map, string csv, string seenOn, params string[] more) =>
        ImportInto(["--data", _run.At("data"), .. more], register, map, csv, seenOn);

    private async Task<int> ImportInto(string[] into, string register, string map, string csv, string seenOn)
    {
        await File.WriteAllTextAsync(_run.At("rows.csv"), csv);
        await File.WriteAllTextAsync(_run.At("map.yml"), map);
        return await _run.Run(["import", register, _run.At("rows.csv"), "--institution", "RIGA", "--map", _run.At("map.yml"),
            "--seen-on", seenOn, .. into]);
    }

    private async Task<List<(Event Event, string? Name)>> Said(string category)
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        return [.. (await ledger.Feed.Read(0, 1_000)).Where(happened => happened.Recorded.Stream.Category == category
                && happened.Recorded.Event is not PersonEvent.Claimed)
            .Select(happened => (happened.Recorded.Event, happened.Content?.Title))];
    }
}
