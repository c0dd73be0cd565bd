using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Server.CommandLine;

/// <summary>Opens a data folder's ledger for a command that works on it alone.</summary>
internal static class OpenLedger
{
    /// <summary>Opens it.</summary>
    public static Task<EmbeddedLedger> At(string folder, Terminal terminal, CancellationToken cancellation) =>
        EmbeddedLedger.Open(folder, Options(terminal), cancellation);

    /// <summary>Opens it and leaves everybody's rights to its files as they are.</summary>
    public static Task<EmbeddedLedger> ToLookAt(string folder, Terminal terminal, CancellationToken cancellation) =>
        EmbeddedLedger.Open(folder, Options(terminal) with { ClosesFolder = false }, cancellation);

    /// <summary>Opens it and checks everything stored, with progress.</summary>
    public static Task<EmbeddedLedger> Verified(string folder, Terminal terminal, CancellationToken cancellation) =>
        terminal.Watch("Checking the ledger, events", null, progress => EmbeddedLedger.Open(
            folder, Options(terminal) with { Verify = true, VerifyProgress = progress }, cancellation));

    private static LedgerOptions Options(Terminal terminal) =>
        new() { Deciders = Deciders.All, Traces = FolderTraces.In, Notice = terminal.Note };
}
