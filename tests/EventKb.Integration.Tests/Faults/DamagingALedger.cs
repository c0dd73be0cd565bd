using EventKb.Faults.Damage;

namespace EventKb.Integration.Tests.Faults;

/// <summary>A tenth of what <c>ops/faults damage</c> does; each failure names what to do to see it again.</summary>
public sealed class DamagingALedger
{
    private const int Seed = 20261124;

    [Fact]
    public async Task Every_flipped_bit_that_changes_what_the_ledger_says_is_reported()
    {
        var trials = await Flips(1_000, Look.At);

        Assert.Equal("", Missed(trials));
        Assert.True(trials.Count(trial => trial.Look.Check is not null) > 300, Trial.Summary(trials));
        Assert.Subset(trials.Select(trial => trial.Kind).ToHashSet(),
            new HashSet<string> { "ledger", "ledger_first", "ledger_next", "content", "commands", "merkle_nodes", "sqlite_schema" });
    }

    /// <summary>The same flips, and nothing but SQLite's own check: what this test is there to see goes by unseen.</summary>
    [Fact]
    public async Task SQLite_alone_misses_most_of_them() =>
        Assert.True((await Flips(200, SqliteAlone.At)).Count(trial => trial.IsMissed) > 20);

    [Fact]
    public async Task Every_structural_edit_is_reported() => Assert.Equal("", Missed(await StructuralEdits.Run(100, Seed)));

    [Fact]
    public async Task Ledgers_that_nobody_touched_are_intact() => Assert.Equal("", Missed(await UntouchedLedgers.Run(100, Seed)));

    private static async Task<List<Trial>> Flips(int flips, Func<string, Task<Look>> look)
    {
        using var ledger = new TemporaryLedger(Seed, events: 700);
        return await BitFlips.Run(await ledger.Filled(), flips, Seed, look);
    }

    private static string Missed(IEnumerable<Trial> trials) =>
        string.Join('\n', trials.Where(trial => trial.IsMissed).Select(trial => $"{trial.Kind}: {trial.What}: {trial.Look.Failure}"));
}
