using EventKb.Domain.Catalogue;
using EventKb.Domain.ServiceRecords;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using static EventKb.Domain.ServiceRecords.ServiceRecordEvent;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>Small logs: what becomes of their rows.</summary>
public sealed class ImportingIncidents : IDisposable
{
    private const string Two = "no,at,by,state\nI1,3.2.2026 10:00,Anna,Jauns\nI1,3.2.2026 09:00,Juris,Slēgts\n";

    private readonly ScratchLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Takes_rows_in_the_order_of_the_file_each_as_it_stands_there_by_whom_it_names()
    {
        Assert.Equal(0, await _log.Import(Two));

        var stated = await _log.Stated();
        Assert.Equal(["I1,3.2.2026 10:00,Anna,Jauns", "I1,3.2.2026 09:00,Juris,Slēgts"], stated.Select(row => row.Content!.Body));
        Assert.Equal(["records:I1:1", "records:I1:2"], stated.Select(row => row.Recorded.Metadata.CausationId));
        Assert.Equal([Time("2026-02-03T08:00:00Z"), Time("2026-02-03T07:00:00Z")], stated.Select(row => row.Recorded.OccurredAt));
        Assert.Equal([("Jauns", RecordPhase.Open), ("Slēgts", RecordPhase.Closed)], stated.Select(row => (Facts(row).State!, Facts(row).Phase)));
        await using var ledger = await EmbeddedLedger.Open(_log.Run.At("data"), new LedgerOptions());
        var names = await NamesInALedger.Of(ledger);
        Assert.Equal(["Anna", "Juris"], stated.Select(row => names[row.Recorded.Metadata.Person].Title));
    }

    [Fact]
    public async Task Adds_only_the_rows_that_a_longer_file_has_more()
    {
        Assert.Equal(0, await _log.Import(Two));
        Assert.Equal(("2", "7", "0"), (_log.Run.Said("rows"), _log.Run.Said("events appended"), _log.Run.Said("already there")));

        Assert.Equal(0, await _log.Import(Two + "I2,4.2.2026 10:00,Anna,Jauns\nI1,5.2.2026 10:00,Anna,Slēgts\n"));
        Assert.Equal(("4", "3", "2"), (_log.Run.Said("rows"), _log.Run.Said("events appended"), _log.Run.Said("already there")));
        Assert.Equal([1, 2, 1, 3], (await _log.Stated()).Select(row => ((Stated)row.Recorded.Event).Row!.Value));
    }

    [Fact]
    public async Task Knows_nothing_before_it_happened_though_the_file_says_it_in_every_row()
    {
        Assert.Equal(0, await _log.Import(
            "no,at,by,state,solved,closed\n"
            + "I1,3.2.2026 10:00,Anna,Jauns,4.2.2026 10:00,5.2.2026 10:00\n"
            + "I1,4.2.2026 09:59,Anna,Atrisināts,4.2.2026 10:00,5.2.2026 10:00\n"
            + "I1,4.2.2026 10:00,Anna,Atrisināts,4.2.2026 10:00,5.2.2026 10:00\n"
            + "I1,5.2.2026 10:00,Anna,Slēgts,4.2.2026 10:00,5.2.2026 10:00\n",
            "resolvedAt: solved\nclosedAt: closed"));

        var (solved, closed) = (Time("2026-02-04T08:00:00Z"), Time("2026-02-05T08:00:00Z"));
        Assert.Equal([(null, null), (null, null), (solved, null), (solved, closed)],
            (await _log.Stated()).Select(row => (Facts(row).ResolvedAt, Facts(row).ClosedAt)));
    }

    [Fact]
    public async Task A_row_of_a_time_to_come_holds_from_when_it_is_recorded_so_that_no_view_at_the_head_shows_it_too_early()
    {
        Assert.Equal(0, await _log.Import("no,at,by,state\nI1,3.2.2026 10:00,Anna,Jauns\nI1,3.2.2999 10:00,Anna,Slēgts\n"));

        var stated = await _log.Stated();
        Assert.Equal(Time("2026-02-03T08:00:00Z"), stated[0].Recorded.OccurredAt);
        Assert.InRange(stated[1].Recorded.OccurredAt, stated[0].Recorded.OccurredAt, stated[1].Recorded.RecordedAt);
    }

    [Fact]
    public async Task Leaves_out_what_the_map_does_not_name_and_masks_codes_and_numbers_in_texts()
    {
        Assert.Equal(0, await _log.Import(
            "no,at,by,state,secret,what,note\n"
            + "I1,3.2.2026 10:00,Anna,Jauns,pin 1234,\"Zvanīt, 29123456 vai +371 6712 3456\",kods 010190-12345\n"
            + "I2,3.2.2026 10:00,Anna,Jauns,,Rēķins 129123456,32123456789\n",
            "description: what\nmask: [note]"));

        Assert.Equal("4", _log.Run.Said("masked"));
        var stated = await _log.Stated();
        Assert.Equal(["I1,3.2.2026 10:00,Anna,Jauns,,\"Zvanīt, *** vai ***\",kods ***", "I2,3.2.2026 10:00,Anna,Jauns,,Rēķins 129123456,***"],
            stated.Select(row => row.Content!.Body));
        Assert.Equal(["Zvanīt, *** vai ***", "Rēķins 129123456"], stated.Select(row => row.Content!.Summary));
        Assert.All(stated, row => Assert.Equal(ServiceRecord.TextsRetention, ((Stated)row.Recorded.Event).Retention));
    }

    [Fact]
    public async Task Reads_what_the_map_says_in_the_words_of_its_tables()
    {
        Assert.Equal(0, await _log.Import(
            "no;at;by;state;svc;prio;big;kept;how;level;what;prb;chg\nI1;3.2.2026 10:00;Anna;Jauns;S1;2 - augsta;jā;false;Tālrunis;2. līmenis;Nestrādā;P1;C1\n"
            + "I1;3.2.2026 10:00;Anna;Jauns;?;;?;?;Pasts;?;?;?;?\n",
            """
            delimiter: ;
            service: svc
            priority: prio
            major: big
            serviceLevelKept: kept
            supportChannel: how
            supportChannels: { Tālrunis: phone }
            supportLevel: level
            supportLevels: { 2. līmenis: 2 }
            deviation: what
            deviations: { Nestrādā: interruption }
            problem: prb
            causedByChange: chg
            timeZone: UTC
            """));

        var stated = await _log.Stated();
        var institution = new Domain.InstitutionCode("RIGA");
        Assert.Equal(new RecordFacts
        {
            State = "Jauns",
            Service = CatalogueEntry.StreamOf(institution, EntryKind.Service, "S1").Text,
            Priority = 2,
            Major = true,
            ServiceLevelKept = false,
            SupportChannel = SupportChannel.Phone,
            SupportLevel = 2,
            Deviation = Deviation.Interruption,
            Problem = ServiceRecord.StreamOf(institution, null, RecordKind.Problem, "P1").Text,
            CausedByChange = ServiceRecord.StreamOf(institution, null, RecordKind.ChangeRequest, "C1").Text,
        }, Facts(stated[0]));
        Assert.Equal(new RecordFacts { State = "Jauns" }, Facts(stated[1]));
        Assert.Equal(Time("2026-02-03T10:00:00Z"), stated[0].Recorded.OccurredAt);
        Assert.Equal("10", _log.Run.Said("position")); // the importer and who is named, the institution, three records, two rows, and a link that came and went
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_taken_and_writes_nothing()
    {
        Assert.Equal(0, await _log.Import(Two, "", "--dry-run"));
        Assert.Contains("would take 2 rows; nothing was written", _log.Run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_log.Run.At("data")));
    }

    private static RecordFacts Facts(LedgerEvent row) => ((Stated)row.Recorded.Event).Facts;

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
