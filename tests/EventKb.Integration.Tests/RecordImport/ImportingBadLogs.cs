using System.IO.Compression;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>Maps and files that cannot be used, and rows that cannot be taken.</summary>
public sealed class ImportingBadLogs : IDisposable
{
    private const string One = "no,at,by,state\nI1,3.2.2026 10:00,Anna,Jauns\n";

    private readonly ScratchLog _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData("status: state", "It has 'status', which no map says")]
    [InlineData("state: other", "'state' is there twice")]
    [InlineData("keep: [by]\nkeep: [by]", "'keep' is there twice")]
    [InlineData("supportChannels: { A: phone, A: email }", "'A' is there twice")]
    [InlineData("supportChannels: { A: pigeon }", "'supportChannels' has 'A: pigeon'; there are: in-person, phone")]
    [InlineData("supportLevels: { A: high }", "'supportLevels' has 'A': 'high'")]
    [InlineData("keep: by", "'keep' must be a list")]
    [InlineData("supportLevels: [a]", "'supportLevels' must be a table")]
    [InlineData("group: [a]", "'group' must be a word")]
    [InlineData("group: ''", "'group' must be a word")]
    [InlineData("keep: [[by]]", "where a word must be")]
    [InlineData("timeZone: Europe/Atlantis", "There is no time zone 'Europe/Atlantis'")]
    [InlineData("delimiter: ab", "must be one character")]
    [InlineData("group: \"", "no YAML that can be read")]
    [InlineData("group: team\nkeep: [note]", "lacks columns that the map names: team, note")]
    public async Task A_map_that_is_wrong_is_refused_and_nothing_is_imported(string more, string fact)
    {
        Assert.Equal(2, await _log.Import(One, more));
        Refused(fact);
    }

    [Theory]
    [InlineData("", "It lacks 'number'", One)]
    [InlineData("- a", "It must consist of keys", One)]
    [InlineData("updatedAt: at", "It lacks 'number'", One)]
    [InlineData("number: no", "It lacks 'updatedAt'", One)]
    [InlineData("number: no\nupdatedAt: at", "It lacks 'dateFormat'", One)]
    [InlineData("number: no\nupdatedAt: at\ndateFormat: HH:mm", "'HH:mm' does not write a time", One)]
    [InlineData(ScratchLog.Map, "has no line with the names", "")]
    [InlineData(ScratchLog.Map, "has the column 'no' twice", "no,at,no\n")]
    public async Task What_must_be_there_and_is_not_is_named(string map, string fact, string csv)
    {
        Assert.Equal(2, await _log.ImportBy(map, csv));
        Refused(fact);
    }

    [Fact]
    public async Task A_file_a_map_and_a_time_zone_that_are_not_there_are_named()
    {
        Assert.Equal(2, await _log.ImportFile(_log.Run.At("none.csv"), ScratchLog.Map));
        Refused("There is no file");
        Assert.Equal(2, await _log.Import(One, "", "--time-zone", "Mars"));
        Refused("There is no time zone 'Mars'");
        Assert.Equal(2, await _log.Run.Run("import", "incidents", _log.Run.At("log.csv"), "--institution", "A", "--map", "none", "--data", _log.Run.At("data")));
        Refused("There is no map none");
    }

    [Fact]
    public async Task Rows_that_cannot_be_taken_are_listed_skipped_and_counted()
    {
        var rejected = _log.Run.At("rejected.csv");
        string[] rows =
        [
            "no,at,by,state,rank", "I1,3.2.2026 10:00,Anna,Jauns,1", "I1,30.2.2026 10:00,Anna,Jauns,1", "I1,?,Anna,Jauns,1", ",3.2.2026 10:00,Anna,Jauns,1",
            "I1,3.2.2026 10:00,Anna,Jauns", "I1,3.2.2026 10:00,An\"na,Jauns,1", "I1,3.2.2026 10:00,Anna,Jauns,augsta", "I1,3.2.2026 10:00,Anna,Jauns,7",
            "I1,3.2.2026 10:00,Anna,a@example.invalid,1", "I1,4.2.2026 10:00,Anna,Slēgts,1", "",
        ];
        Assert.Equal(2, await _log.Import(string.Join("\r\n", rows), "priority: rank", "--rejected", rejected));

        Assert.Equal(("10", "8"), (_log.Run.Said("rows"), _log.Run.Said("rejected")));
        Assert.Contains("line 3: UNREADABLE_ROW: 'updatedAt' is '30.2.2026 10:00', which is no time", _log.Run.Error, StringComparison.Ordinal);
        Assert.Equal(["10", "3", "4", "5", "6", "7", "8", "9"],
            (await File.ReadAllLinesAsync(rejected)).Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Equal([1, 9], (await _log.Stated()).Select(row => ((Domain.ServiceRecords.ServiceRecordEvent.Stated)row.Recorded.Event).Row!.Value));
    }

    [Fact]
    public async Task A_row_that_is_no_text_spoils_no_other()
    {
        byte[] file = [.. "\uFEFFno,at,by,state\nI1,3.2.2026 10:00,"u8, 0xFF, .. ",Jauns\n\"I2\",3.2.2026 10:00,\"An\nna\",Jauns"u8];
        await File.WriteAllBytesAsync(_log.Run.At("log.csv"), file);
        Assert.Equal(2, await _log.ImportFile(_log.Run.At("log.csv"), ScratchLog.Map));

        Assert.Contains("line 2: UNREADABLE_ROW: It is not UTF-8.", _log.Run.Error, StringComparison.Ordinal);
        Assert.Equal("\"I2\",3.2.2026 10:00,\"An\nna\",Jauns", Assert.Single(await _log.Stated()).Content!.Body);
    }

    [Fact]
    public async Task An_archive_must_hold_one_file()
    {
        var path = _log.Run.At("logs.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
            foreach (var name in (string[])["a.csv", "b.csv"])
                zip.CreateEntry(name);
        Assert.Equal(2, await _log.ImportFile(path, ScratchLog.Map));
        Refused("must hold exactly one CSV file");

        await File.WriteAllBytesAsync(path, [.. "PK\u0003\u0004"u8, 1, 2, 3]);
        Assert.Equal(2, await _log.ImportFile(path, ScratchLog.Map));
        Refused("is no zip archive");
    }

    private void Refused(string fact)
    {
        Assert.Contains(fact, _log.Run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_log.Run.At("data")));
    }
}
