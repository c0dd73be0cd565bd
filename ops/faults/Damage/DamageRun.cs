namespace EventKb.Faults.Damage;

/// <summary>Damages small ledgers in every way it knows and tells what <c>verify</c> did not notice; 0 = nothing.</summary>
public static class DamageRun
{
    /// <summary>Runs so many flips, structural edits and looks at untouched ledgers, and prints what came of them.</summary>
    public static async Task<int> Run(int flips, int edits, int untouched, int seed, TextWriter output)
    {
        await output.WriteLineAsync($"seed {seed}");
        var trials = new List<Trial>();
        using (var ledger = new TemporaryLedger(seed, events: 700))
            trials.AddRange(await BitFlips.Run(await ledger.Filled(), flips, seed, Look.At));
        trials.AddRange(await StructuralEdits.Run(edits, seed));
        trials.AddRange(await UntouchedLedgers.Run(untouched, seed));
        await output.WriteLineAsync(Trial.Summary(trials));
        return trials.Count(trial => trial.IsMissed);
    }
}

/// <summary>A sample ledger in a folder that goes away.</summary>
public sealed class TemporaryLedger(int seed, int events) : IDisposable
{
    /// <summary>The data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("eventkb-damage-").FullName;

    /// <summary>The database.</summary>
    public string File => Path.Combine(Folder, "ledger.db");

    /// <summary>Fills the ledger, closes it and gives its folder.</summary>
    public async Task<string> Filled()
    {
        await SampleLedger.Fill(Folder, seed, events);
        return Folder;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
