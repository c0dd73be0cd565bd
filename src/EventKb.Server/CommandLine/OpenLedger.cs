using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Server.CommandLine;

/// <summary>Opens a data folder's ledger for a command that works on it alone.</summary>
internal static class OpenLedger
{
    /// <summary>Opens it.</summary>
    public static Task<EmbeddedLedger> At(string folder, CancellationToken cancellation) =>
        EmbeddedLedger.Open(folder, new LedgerOptions { Deciders = Deciders.All, Traces = FolderTraces.In }, cancellation);

    /// <summary>Opens it and checks everything stored, with progress.</summary>
    public static Task<EmbeddedLedger> Verified(string folder, Terminal terminal, CancellationToken cancellation) =>
        terminal.Watch("Checking the ledger, events", null, progress => EmbeddedLedger.Open(
            folder, new LedgerOptions { Deciders = Deciders.All, Traces = FolderTraces.In, Verify = true, VerifyProgress = progress }, cancellation));
}
