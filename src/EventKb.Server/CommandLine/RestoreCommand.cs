using System.CommandLine;
using EventKb.Ledger;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb restore</c>: a ledger from an export.</summary>
internal static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = terminal.In("An export made by 'eventkb export'.") };
        var data = Options.Data(terminal);
        var root = new Option<string?>("--root")
        {
            Description = terminal.In("Root that was kept elsewhere (64 hex digits): an export that does not come to it is refused."),
            HelpName = "ROOT"
        };
        var command = new Command("restore",
            terminal.In("Restore an export, byte for byte, into an empty data folder; every hash is recomputed."))
        { file, data, root };
        command.SetAction((parsed, cancellation) => Run(terminal, parsed.GetRequiredValue(file), parsed.GetRequiredValue(data),
            Root(parsed.GetValue(root)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string file, string folder, string? root,
        CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw CannotGoOn.BadInput($"There is no file {file}.");
        await using var archive = File.OpenRead(file);
        await terminal.Watch("Restoring, events", null, progress =>
            EmbeddedLedger.Restore(folder, archive, root, progress, cancellation));
        await using var ledger = await OpenLedger.At(folder, terminal, cancellation);
        var head = ledger.Store.Head;
        terminal.Say($"restored to position {head.Size}, root {head.RootHash}, origin {head.Origin}");
        return (int)ExitCode.Done;
    }

    private static string? Root(string? given) => given is null || (given.Length == 64 && given.All(char.IsAsciiHexDigit))
        ? given?.ToLowerInvariant()
        : throw CannotGoOn.BadInput($"'{given}' is not a root: give 64 hex digits, as 'eventkb verify' prints them.");
}
