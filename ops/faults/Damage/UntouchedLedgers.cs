namespace EventKb.Faults.Damage;

/// <summary>Verifies ledgers that nobody touched: a verification that cries wolf is soon not heard.</summary>
public static class UntouchedLedgers
{
    /// <summary>Makes so many ledgers with random histories and looks at each.</summary>
    public static async Task<List<Trial>> Run(int ledgers, int seed)
    {
        var trials = new Trial[ledgers];
        await Parallel.ForAsync(0, ledgers, async (i, _) =>
        {
            using var ledger = new TemporaryLedger(seed + i, events: new Random(seed + i).Next(1, 300));
            var look = await Look.At(await ledger.Filled());
            trials[i] = new Trial($"ledger {seed + i}", "untouched", look with { Failure = look.Failure ?? look.Check }, IsHarmless: true);
        });
        return [.. trials];
    }
}
