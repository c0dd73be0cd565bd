using EventKb.Faults;
using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.RecordImport;

namespace EventKb.Integration.Tests.Faults;

public sealed class KillingAnImport : IDisposable
{
    private const int Kills = 20;
    private const int KillsOfLog = 6;
    private const int RowsOfLog = 2_000;
    private const int Seed = 20260302;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "eventkb.dll");
    private readonly string _folder = Directory.CreateTempSubdirectory("eventkb-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SharedDataFact]
    public Task Loses_and_doubles_nothing_that_was_acknowledged_and_then_finishes_exactly() =>
        Finishes(new(Program, ["git", SharedData.Bundle("openshift")], 60, Seed), Kills);

    [IncidentLogFact]
    public async Task Of_a_log_of_incidents_goes_on_from_any_row_as_well()
    {
        await File.WriteAllLinesAsync(Path.Combine(_folder, "log.csv"),
            [string.Join(',', IncidentLog.Rows[0].Fields.Keys), .. IncidentLog.Rows.Take(RowsOfLog).Select(row => row.Line)]);
        var killed = new KilledImport(Program, ["incidents", Path.Combine(_folder, "log.csv"), "--map", "incident-event-log"], RowsOfLog / 4, Seed);
        await Finishes(killed, KillsOfLog);

        Assert.Contains(killed.Progress, rows => rows is > 0 and < RowsOfLog);
    }

    [Fact]
    public void Is_found_out_where_it_lost_or_doubled_something()
    {
        Stored[] stored =
        [
            new(1, "X/knowledge-article/a", "c1", "git:1:1", "1"), new(2, "X/knowledge-article/a", "c2", "git:2:1", "2"),
            new(3, "X/knowledge-article/b", "c3", "git:2:2", "1"),
        ];
        Acknowledged[] honest = [new("X/knowledge-article/a", "c1", 1, 1, 1), new("X/knowledge-article/a", "c2", 1, 2, 2)];
        Assert.Empty(Acknowledgements.Missing(honest, stored));
        Assert.Empty(Acknowledgements.Duplicated(honest, stored));

        Assert.Single(Acknowledgements.Missing([.. honest, new("X/knowledge-article/b", "c4", 1, 4, 4)], stored)); // never there
        Assert.Single(Acknowledgements.Missing([honest[0] with { CommandId = "c9" }], stored)); // another's event in its place
        Assert.Single(Acknowledgements.Missing([honest[1] with { Events = 2, LastPosition = 3 }], stored)); // half of it
        Assert.Equal(["c1"], Acknowledgements.Duplicated(honest, [.. stored, stored[0] with { Position = 4 }]));
        Assert.Equal(["git:1:1"], Acknowledgements.Duplicated(honest,
            [.. stored, stored[0] with { Position = 4, CommandId = "c5" }]));
    }

    private async Task Finishes(KilledImport killed, int kills)
    {
        var outcomes = await killed.Run(_folder, kills);
        var undisturbed = Path.Combine(_folder, "undisturbed");
        await killed.Import(undisturbed);
        var expected = StoredEvents.ByStream(await StoredEvents.Read(undisturbed));

        Assert.Equal(kills, killed.Kills);
        Assert.NotEmpty(expected);
        foreach (var (acknowledged, stored) in outcomes)
        {
            Assert.NotEmpty(acknowledged);
            Assert.Empty(Acknowledgements.Missing(acknowledged, stored));
            Assert.Empty(Acknowledgements.Duplicated(acknowledged, stored));
            Assert.Equal(expected, StoredEvents.ByStream(stored));
        }
    }
}
