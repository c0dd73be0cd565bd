using EventKb.Domain.ServiceRecords;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>Small logs, their maps, and imports of them from the command line.</summary>
internal sealed class ScratchLog : IDisposable
{
    public const string Map =
        """
        number: no
        updatedAt: at
        updatedBy: by
        dateFormat: d.M.yyyy H:mm
        missing: ["?"]
        state: state
        phases: { Slēgts: closed, Atrisināts: resolved }
        """;

    public CommandLineRun Run { get; } = new();

    public void Dispose() => Run.Dispose();

    /// <summary>Imports lines, by a map that adds to the one that all have here.</summary>
    public Task<int> Import(string csv, string map = "", params string[] more) => ImportBy($"{Map}\n{map}", csv, more);

    /// <summary>Imports lines by a whole map.</summary>
    public async Task<int> ImportBy(string map, string csv, params string[] more)
    {
        await File.WriteAllTextAsync(Run.At("log.csv"), csv);
        return await ImportFile(Run.At("log.csv"), map, more);
    }

    /// <summary>Imports a file.</summary>
    public Task<int> ImportFile(string path, string map, params string[] more) => ImportAs("incidents", path, map, more);

    /// <summary>Imports what a file is said to hold.</summary>
    public async Task<int> ImportAs(string what, string path, string map, params string[] more)
    {
        await File.WriteAllTextAsync(Run.At("map.yml"), map);
        return await Run.Run(["import", what, path, "--institution", "RIGA", "--map", Run.At("map.yml"), "--data", Run.At("data"), .. more]);
    }

    /// <summary>What the ledger has of the rows, in its order.</summary>
    public async Task<List<LedgerEvent>> Stated()
    {
        await using var ledger = await EmbeddedLedger.Open(Run.At("data"), new LedgerOptions());
        return [.. (await ledger.Feed.Read(0, 1_000)).Where(happened => happened.Recorded.Event is ServiceRecordEvent.Stated)];
    }
}
