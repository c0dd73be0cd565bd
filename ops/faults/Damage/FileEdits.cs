using EventKb.ReadModels;

namespace EventKb.Faults.Damage;

/// <summary>Edits of whole files: cut off, emptied, removed, or put back from an earlier moment or another ledger.</summary>
public sealed class FileEdits : IDisposable
{
    private readonly DirectoryInfo _states = Directory.CreateTempSubdirectory("eventkb-states-");

    private string Now => At("now");

    private string Crashed => At("crashed");

    private string Earlier => At("earlier");

    private string Other => At("other");

    /// <summary>Takes a ledger's folder, an earlier and a crashed state of it and another ledger to draw from.</summary>
    public static async Task<FileEdits> Of(string folder, int seed)
    {
        var edits = new FileEdits();
        Copy(folder, edits.Earlier);
        Copy(folder, edits.Now);
        await edits.WriteOn(seed);
        Directory.CreateDirectory(edits.Other);
        await SampleLedger.Fill(edits.Other, seed + 1, events: 400);
        return edits;
    }

    /// <summary>Tries one.</summary>
    public async Task<Trial> Try(Random random)
    {
        var folder = At("try-" + Guid.NewGuid().ToString("N"));
        var (kind, what, from, edit) = Next(random);
        Copy(from, folder);
        edit(folder);
        var look = await Look.At(folder);
        Directory.Delete(folder, recursive: true);
        return new Trial(what, kind, look, IsHarmless: false);
    }

    /// <inheritdoc/>
    public void Dispose() => _states.Delete(recursive: true);

    private (string Kind, string What, string From, Action<string> Edit) Next(Random random)
    {
        var length = new FileInfo(Db(Now)).Length;
        var cut = random.NextInt64(length);
        return random.Next(7) switch
        {
            0 => ("file cut off", $"cut to {cut} bytes", Now, folder => Cut(Db(folder), cut)),
            1 => ("file cut off", $"cut to {cut / 8192} pages", Now, folder => Cut(Db(folder), cut / 8192 * 8192)),
            2 => ("file removed", "the database", Now, folder => File.Delete(Db(folder))),
            3 => ("log removed", "the write-ahead log after a crash", Crashed, folder => File.Delete(Db(folder) + "-wal")),
            4 => ("log cut off", "the write-ahead log after a crash", Crashed,
                folder => Cut(Db(folder) + "-wal", random.NextInt64(new FileInfo(Db(Crashed) + "-wal").Length - 4_096))),
            5 => ("older ledger", "beside newer read models", Now, folder => File.Copy(Db(Earlier), Db(folder), overwrite: true)),
            _ => ("other ledger", "beside these read models", Now, folder => File.Copy(Db(Other), Db(folder), overwrite: true)),
        };
    }

    /// <summary>More events, read models up to them, and a copy of the files as a crash would leave them.</summary>
    private async Task WriteOn(int seed)
    {
        await using (var ledger = await SampleLedger.Open(Now))
        {
            await SampleLedger.Fill(ledger, seed + 2, events: 320);
            await using var store = ReadModelStore.Open(Now);
            await using (var runner = new ProjectionRunner(store, ledger.Feed))
                await runner.CatchUp();
            Copy(Now, Crashed);
        }
    }

    private static void Cut(string file, long length)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.SetLength(length);
    }

    private static string Db(string folder) => Path.Combine(folder, "ledger.db");

    private string At(string name) => Path.Combine(_states.FullName, name);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
