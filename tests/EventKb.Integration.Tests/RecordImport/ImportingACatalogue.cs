using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Ledger;
using static EventKb.Domain.Catalogue.CatalogueEntryEvent;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>An institution's register of services and resources, read from a file, and read again as it changes.</summary>
public sealed class ImportingACatalogue : IDisposable
{
    private const string Map =
        """
        code: kods
        name: nosaukums
        summary: apraksts
        from: no
        until: līdz
        kind: veids
        kinds: { Pakalpojums: service, Resurss: resource }
        dateFormat: dd.MM.yyyy
        delimiter: ";"
        missing: ["-"]
        """;

    private const string Csv =
        """
        kods;nosaukums;apraksts;no;līdz;veids;piezīme
        PS-1;Deklarēt dzīvesvietu;Tīmeklī;01.01.2026;;Pakalpojums;x
        PS-2;Izziņa;-;;;Pakalpojums;
        R-1;Datubāze;;05.01.2026;01.02.2026;Resurss;

        """;

    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Registers_each_row_and_the_second_time_nothing()
    {
        Assert.Equal(0, await Import(Csv, "--seen-on", "2026-03-01"));
        Assert.Equal(
            [
                (EntryOf(EntryKind.Service, "PS-1"), new Registered(EntryKind.Service, "PS-1", new(2026, 1, 1)), "Deklarēt dzīvesvietu"),
                (EntryOf(EntryKind.Service, "PS-2"), new Registered(EntryKind.Service, "PS-2", new(2026, 3, 1)), "Izziņa"),
                (EntryOf(EntryKind.Resource, "R-1"), new Registered(EntryKind.Resource, "R-1", new(2026, 1, 5)), "Datubāze"),
                (EntryOf(EntryKind.Resource, "R-1"), new Discontinued(new(2026, 2, 1)), null),
            ], await Entries());
        var root = _run.Said("root            ");

        Assert.Equal(0, await Import(Csv, "--seen-on", "2026-03-02"));
        Assert.Equal(("0", "3", root), (_run.Said("events appended "), _run.Said("already there   "), _run.Said("root            ")));
    }

    [Fact]
    public async Task Records_what_changed_as_of_the_day_on_which_it_was_read()
    {
        Assert.Equal(0, await Import(Csv, "--seen-on", "2026-03-01"));
        var renamed = Csv.Replace("Izziņa;-;;;", "Izziņa par adresi;-;;01.06.2026;", StringComparison.Ordinal);
        Assert.Equal(0, await Import(renamed, "--seen-on", "2026-05-01"));
        Assert.Equal(0, await Import(renamed, "--seen-on", "2026-05-02"));
        Assert.Equal(
            [
                (EntryOf(EntryKind.Service, "PS-2"), new Described(new(2026, 5, 1)), "Izziņa par adresi"),
                (EntryOf(EntryKind.Service, "PS-2"), new Discontinued(new(2026, 6, 1)), null),
            ], (await Entries()).Skip(4));
    }

    [Fact]
    public async Task Lists_rows_that_cannot_be_taken_and_takes_the_rest()
    {
        var bad = Csv + "PS-1;Vēlreiz;;;;Pakalpojums;\nPS-3;X;;31.02.2026;;Pakalpojums;\n;X;;;;Pakalpojums;\nPS-4;;;;;Pakalpojums;\nPS-5;X;;;;Cits;\n"
            + "PS-6;X;;01.05.2026;01.04.2026;Pakalpojums;\nPS-7;X\n";
        Assert.Equal(2, await Import(bad, "--seen-on", "2026-03-01", "--rejected", _run.At("rejected.csv")));
        Assert.Equal(
            [
                "5,,UNREADABLE_ROW,\"'code' is 'PS-1', which an earlier row has.\"",
                "6,,UNREADABLE_ROW,\"'from' is '31.02.2026', which is no day as the map writes them (dd.MM.yyyy).\"",
                "7,,UNREADABLE_ROW,'code' is missing.", "8,,UNREADABLE_ROW,'name' is missing.",
                "9,,UNREADABLE_ROW,\"'kind' is 'Cits', which is none of the map's words.\"",
                "10,PS-6,INVALID_INPUT", "11,,UNREADABLE_ROW,\"It has 2 fields, not 7 as there are columns.\"",
            ],
            (await File.ReadAllLinesAsync(_run.At("rejected.csv"))).Skip(1).Order(Comparer<string>.Create((a, b) => LineOf(a) - LineOf(b)))
                .Select(line => line.Contains("INVALID_INPUT", StringComparison.Ordinal) ? line[..line.IndexOf(",INVALID_INPUT", StringComparison.Ordinal)] + ",INVALID_INPUT" : line));
        Assert.Equal(("10", "7"), (_run.Said("rows            "), _run.Said("rejected        ")));
        Assert.Equal(4, (await Entries()).Count);
    }

    [Theory]
    [InlineData("kind: pakalpojums", "'kind' has 'pakalpojums'; there are: service, resource, life-situation")]
    [InlineData("kind: service\nprice: cena", "It has 'price', which no map says")]
    [InlineData("kind: service\nsummary: cena", "lacks columns that the map names: cena")]
    [InlineData("kind: service\ndateFormat: yyyy", "'yyyy' does not write a day")]
    [InlineData("", "It lacks 'kind'")]
    public async Task Refuses_a_map_that_is_wrong_and_imports_nothing(string more, string fact)
    {
        Assert.Equal(2, await ImportBy($"code: kods\nname: nosaukums\ndelimiter: ';'\n{more}", Csv));
        Assert.Contains(fact, _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));
    }

    [Fact]
    public async Task Writes_nothing_on_a_dry_run()
    {
        Assert.Equal(0, await Import(Csv, "--dry-run"));
        Assert.Contains("would take 3 rows; nothing was written", _run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));
        Assert.Equal(2, await Import(Csv, "--seen-on", "yesterday"));
        Assert.Contains("'yesterday' is no day", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_a_server_say_which_services_have_no_article()
    {
        var server = new RunningServer();
        await server.InitializeAsync();
        try
        {
            await File.WriteAllTextAsync(_run.At("catalogue.json"), """[{ "kods": "PS-1", "nosaukums": "Deklarēt" }, { "kods": "PS-2", "nosaukums": "Izziņa" }]""");
            await File.WriteAllTextAsync(_run.At("map.yml"), "code: kods\nname: nosaukums\nkind: service");
            Assert.Equal(0, await _run.Run("import", "catalogue", _run.At("catalogue.json"), "--institution", "RIGA", "--map", _run.At("map.yml"),
                "--seen-on", "2026-03-01", "--url", server.Http.BaseAddress!.ToString()));
            var position = long.Parse(_run.Said("position        "), CultureInfo.InvariantCulture);
            Assert.True(await server.App.Runner.WaitFor(position, TimeSpan.FromSeconds(60)));
            var gaps = await server.Data(
                """{ gaps(filter: { institution: "RIGA", kind: NO_ARTICLE }, first: 9) { nodes { from subject { ... on CatalogueEntry { code } } } } }""");
            Assert.Equal(["PS-1", "PS-2"], gaps.GetProperty("gaps").GetProperty("nodes").EnumerateArray()
                .Select(gap => gap.GetProperty("subject").GetProperty("code").GetString()!).Order());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static int LineOf(string row) => int.Parse(row.Split(',')[0], CultureInfo.InvariantCulture);

    private static string EntryOf(EntryKind kind, string code) => CatalogueEntry.StreamOf(new InstitutionCode("RIGA"), kind, code).Text;

    private Task<int> Import(string csv, params string[] more) => ImportBy(Map, csv, more);

    private async Task<int> ImportBy(string map, string csv, params string[] more)
    {
        await File.WriteAllTextAsync(_run.At("catalogue.csv"), csv);
        await File.WriteAllTextAsync(_run.At("map.yml"), map);
        return await _run.Run(["import", "catalogue", _run.At("catalogue.csv"), "--institution", "RIGA", "--map", _run.At("map.yml"), "--data", _run.At("data"), .. more]);
    }

    private async Task<List<(string Entry, Event Event, string? Name)>> Entries()
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        return [.. (await ledger.Feed.Read(0, 1_000)).Where(happened => happened.Recorded.Event is CatalogueEntryEvent)
            .Select(happened => (happened.Recorded.Stream.Text, happened.Recorded.Event, happened.Content?.Title))];
    }
}
