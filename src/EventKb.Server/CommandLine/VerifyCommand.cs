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
        var data = Options.Data(terminal);
        var views = new Option<bool>("--views")
        { Description = terminal.In("Also make the views anew in a temporary folder and compare every row: takes as long as 'eventkb rebuild'.") };
        var command = new Command("verify",
            terminal.In("Recompute every hash that the ledger claims from what is stored (exit code 4 where one differs)."))
        { data, views };
        command.SetAction((parsed, cancellation) =>
            Run(terminal, parsed.GetRequiredValue(data), parsed.GetValue(views), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string folder, bool views, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder, EmbeddedLedger.FileName)) && FolderTraces.Untouched(folder).Count == 0)
            Options.Existing(folder);
        var head = await terminal.Watch("Checking the ledger, events", null,
            progress => EmbeddedLedger.Verify(folder, FolderTraces.Untouched, progress, cancellation));
        if (views)
            await CheckViews(terminal, folder, cancellation);
        terminal.Say($"intact to position {head.Size}, root {head.RootHash}, origin {head.Origin}");
        return (int)ExitCode.Done;
    }

    private static async Task CheckViews(Terminal terminal, string folder, CancellationToken cancellation)
    {
        await using var ledger = await OpenLedger.ToLookAt(folder, terminal, cancellation);
        var table = await terminal.Watch("Making the views anew", null, _ =>
            ReadModelVerification.FirstDifference(folder, ledger.Feed, cancellation));
        if (table is not null)
            throw new CannotGoOn(ExitCode.LedgerDamaged,
                $"The views are not what the ledger says: the table {table} differs. Run 'eventkb rebuild --data {folder}'.");
        terminal.Say("views           as the ledger says");
    }
}
