using System.CommandLine;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb verify</c>: does the ledger hold what it says it holds?</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = Options.Data();
        var command = new Command("verify",
            "Recompute every hash that the ledger claims from what is stored (exit code 4 where one differs).")
        { data };
        command.SetAction((parsed, cancellation) => Run(terminal, parsed.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string folder, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder, EmbeddedLedger.FileName)) && FolderTraces.Untouched(folder).Count == 0)
            Options.Existing(folder);
        var head = await terminal.Watch("Checking the ledger, events", null,
            progress => EmbeddedLedger.Verify(folder, FolderTraces.Untouched, progress, cancellation));
        terminal.Say($"intact to position {head.Size}, root {head.RootHash}, origin {head.Origin}");
        return (int)ExitCode.Done;
    }
}
