using System.CommandLine;
using EventKb.ReadModels;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb rebuild</c>: the read models anew from the ledger.</summary>
internal static class RebuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = Options.Data(terminal);
        var command = new Command("rebuild", terminal.In("Fill the read models anew from the ledger and switch to them.")) { data };
        command.SetAction((parsed, cancellation) => Run(terminal, Options.Existing(parsed.GetRequiredValue(data)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string folder, CancellationToken cancellation)
    {
        await using var ledger = await OpenLedger.At(folder, terminal, cancellation);
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        var head = await ledger.Feed.Head(cancellation);
        await terminal.Watch("Rebuilding, events", head.Size, progress => runner.Rebuild(progress, cancellation));
        terminal.Say($"rebuilt to position {head.Size}, root {head.RootHash}, generation {store.LiveNumber}");
        return (int)ExitCode.Done;
    }
}
