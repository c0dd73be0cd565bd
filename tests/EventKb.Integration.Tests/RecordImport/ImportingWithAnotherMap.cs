using EventKb.Domain.Persons;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using static EventKb.Domain.ServiceRecords.ServiceRecordEvent;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>A row is known again by what was taken of it, whatever a map makes of that.</summary>
public sealed class ImportingWithAnotherMap : IDisposable
{
    private const string Columns = "no,at,by,state,team,who,what\n";
    private const string Rows = "I1,3.2.2026 10:00,Anna,Jauns,Tīkli,Juris,Nestrādā\nI1,3.2.2026 11:00,Anna,Slēgts,Tīkli,Juris,Nestrādā\n";
    private const string Map = "group: team\nassignee: who\ntitle: what";

    private readonly ScratchLog _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData("keep: [team, who, what]")]
    [InlineData("group: who\nassignee: team\ntitle: what")]
    [InlineData("group: team\nassignee: who\ncaller: what\ntimeZone: UTC")]
    public async Task Makes_nothing_different_of_rows_that_are_there(string other)
    {
        Assert.Equal(0, await _log.Import(Columns + Rows, Map));
        var (position, first) = (_log.Run.Said("position"), await _log.Stated());

        Assert.Equal(0, await _log.Import(Columns + Rows + "I1,3.2.2026 12:00,Anna,Slēgts,Serveri,Zane,Viss\n", other));
        // The row that is new, and whom the map reads in it.
        var added = other.Contains("assignee", StringComparison.Ordinal) ? 2 : 1;
        Assert.Equal(("3", "2", "0", $"{added}"),
            (_log.Run.Said("rows"), _log.Run.Said("already there"), _log.Run.Said("rejected"), _log.Run.Said("events appended")));
        Assert.Equal($"{int.Parse(position, System.Globalization.CultureInfo.InvariantCulture) + added}", _log.Run.Said("position"));
        var rows = await _log.Stated();
        Assert.Equal(first.Select(row => ((Stated)row.Recorded.Event).Facts), rows.Take(2).Select(row => ((Stated)row.Recorded.Event).Facts));
        Assert.NotEqual(first[0].Recorded.Event, rows[2].Recorded.Event);
    }

    [Fact]
    public async Task Knows_the_rows_of_a_person_who_was_erased_from_the_directory()
    {
        Assert.Equal(0, await _log.Import(Columns + Rows, Map));
        var assignee = ((Stated)(await _log.Stated())[0].Recorded.Event).Facts.Assignee!.Value;
        await using (var ledger = await EmbeddedLedger.Open(_log.Run.At("data"), new LedgerOptions()))
            Assert.IsType<CommandOutcome.Committed>(await NamesInALedger.Send(ledger, assignee, new PersonCommand.Erase("VDAR 17. pants")));

        Assert.Equal(0, await _log.Import(Columns + Rows, Map));
        Assert.Equal(("2", "0", "0"), (_log.Run.Said("already there"), _log.Run.Said("rejected"), _log.Run.Said("events appended")));
    }

    [Theory]
    [InlineData(Map)]
    [InlineData("keep: [team, who, what]")]
    public async Task Finds_the_row_that_says_something_else_now_and_no_other(string map)
    {
        Assert.Equal(0, await _log.Import(Columns + Rows, Map));

        Assert.Equal(2, await _log.Import(Columns + Rows.Replace("Slēgts,Tīkli", "Slēgts,Serveri", StringComparison.Ordinal), map));
        Assert.Equal(("1", "1", "0"), (_log.Run.Said("already there"), _log.Run.Said("rejected"), _log.Run.Said("events appended")));
        Assert.Contains("not taken: line 3, I1: COMMAND_ID_REUSED", _log.Run.Error, StringComparison.Ordinal);
    }
}
