using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.ServiceRecords.ServiceRecordEvent;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>Records of other kinds than incidents, from CSV and JSON.</summary>
public sealed class ImportingRecords : IDisposable
{
    private const string Csv = "no,at,by,state,what\nP1,3.2.2026 10:00,Anna,Jauns,Problēma\nC1,3.2.2026 10:00,Anna,Slēgts,Izmaiņa\nX,3.2.2026 10:00,Anna,a,b\n";
    private const string Kinds = "kind: what\nkinds: { Problēma: problem, Izmaiņa: change-request }";

    private readonly ScratchLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Take_their_kind_from_the_column_that_the_map_names()
    {
        await File.WriteAllTextAsync(_log.Run.At("log.csv"), Csv);
        Assert.Equal(2, await _log.ImportAs("records", _log.Run.At("log.csv"), $"{ScratchLog.Map}\n{Kinds}"));

        Assert.Contains("line 4: UNREADABLE_ROW: 'kind' is 'b', which is none of the map's words.", _log.Run.Error, StringComparison.Ordinal);
        Assert.Equal([Of(RecordKind.Problem, "P1"), Of(RecordKind.ChangeRequest, "C1")], (await _log.Stated()).Select(row => row.Recorded.Stream));
    }

    [Fact]
    public async Task Are_all_of_the_kind_that_the_map_says_also_in_json()
    {
        await File.WriteAllTextAsync(_log.Run.At("log.json"), """
            [
              { "no": "P1", "at": "3.2.2026 10:00", "by": "Anna", "state": "Jauns", "rank": 2, "note": null },
              { "no": "P1", "at": "3.2.2026 11:00", "by": "Anna", "state": "Slēgts", "rank": 3, "secret": "x" },
              7
            ]
            """);
        var map = ScratchLog.Map + "\nkind: problem\npriority: rank\nkeep: [note]";
        Assert.Equal(2, await _log.ImportAs("records", _log.Run.At("log.json"), map));

        Assert.Contains("line 3: UNREADABLE_ROW: It is no object.", _log.Run.Error, StringComparison.Ordinal);
        var stated = await _log.Stated();
        Assert.Equal([(Of(RecordKind.Problem, "P1"), 2), (Of(RecordKind.Problem, "P1"), 3)],
            stated.Select(row => (row.Recorded.Stream, ((Stated)row.Recorded.Event).Facts.Priority!.Value)));
        Assert.Equal("""{ "no": "P1", "at": "3.2.2026 10:00", "by": "Anna", "state": "Jauns", "rank": 2, "note": null }""", stated[0].Content!.Body);
        Assert.Equal("""{"no":"P1","at":"3.2.2026 11:00","by":"Anna","state":"Slēgts","rank":3}""", stated[1].Content!.Body);
    }

    [Theory]
    [InlineData("records", "", "It lacks 'kind'")]
    [InlineData("records", "kind: story", "'kind' has 'story'; there are: incident, problem")]
    [InlineData("records", "kinds: { A: problem }", "It lacks 'kind'")]
    [InlineData("incidents", Kinds, "use it with 'import records'")]
    [InlineData("incidents", "kind: problem", "use it with 'import records'")]
    public async Task Need_a_map_that_says_their_kind(string what, string more, string fact)
    {
        await File.WriteAllTextAsync(_log.Run.At("log.csv"), Csv);
        Assert.Equal(2, await _log.ImportAs(what, _log.Run.At("log.csv"), $"{ScratchLog.Map}\n{more}"));
        Assert.Contains(fact, _log.Run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_log.Run.At("data")));
    }

    [Theory]
    [InlineData("{}", "is no array of objects")]
    [InlineData("[", "is no JSON that can be read")]
    [InlineData("""[{ "no": 1, "no": 2 }]""", "is no JSON that can be read")]
    [InlineData("[]", "lacks columns that the map names: no, at, by, state")]
    public async Task Are_not_read_from_json_that_is_something_else(string json, string fact)
    {
        await File.WriteAllTextAsync(_log.Run.At("log.json"), json);
        Assert.Equal(2, await _log.ImportAs("records", _log.Run.At("log.json"), $"{ScratchLog.Map}\nkind: problem"));
        Assert.Contains(fact, _log.Run.Error, StringComparison.Ordinal);
    }

    private static StreamId Of(RecordKind kind, string number) => ServiceRecord.StreamOf(new InstitutionCode("RIGA"), null, kind, number);
}
