using System.CommandLine;
using EventKb.Ledger;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb restore</c>: a ledger from an export.</summary>
internal static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "An export made by 'eventkb export'." };
        var data = Options.Data();
        var command = new Command("restore",
            "Restore an export, byte for byte, into an empty data folder; every hash is recomputed.")
        { file, data };
        command.SetAction((parsed, cancellation) =>
            Run(terminal, parsed.GetRequiredValue(file), parsed.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string file, string folder, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw CannotGoOn.BadInput($"There is no file {file}.");
        await using var archive = File.OpenRead(file);
        await terminal.Watch("Restoring, events", null, progress =>
            EmbeddedLedger.Restore(folder, archive, progress, cancellation));
        await using var ledger = await OpenLedger.At(folder, terminal, cancellation);
        var head = ledger.Store.Head;
        terminal.Say($"restored to position {head.Size}, root {head.RootHash}, origin {head.Origin}");
        return (int)ExitCode.Done;
    }
}
