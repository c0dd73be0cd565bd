using System.CommandLine;
using EventKb.Ledger;
using EventKb.ReadModels.Refusals;
using EventKb.Server.AccessLog;
using EventKb.Server.Export;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb export</c>: the ledger in a file.</summary>
internal static class ExportCommand
{
    private const string Description =
        """
        Write the whole ledger to a file.

        events  everything, for 'eventkb restore': holds texts, salts and persons, so keep it secret
        prov    lineage as W3C PROV-JSON: article revisions, what they came from, who and why
        csv     the audit trail as a table, a row an event
        rights  who may do what since when, as a table, and when they last acted
        refusals  what was refused, to whom and how often, as a table
        """;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = Options.Data(terminal);
        var outFile = new Option<string>("--out")
        { Description = terminal.In("File to write; an existing one is replaced when all is written."), HelpName = "FILE", Required = true };
        var format = new Option<string>("--format") { Description = terminal.In("What to write."), DefaultValueFactory = _ => "events" };
        format.AcceptOnlyFromAmong("events", "prov", "csv", "rights", "refusals");
        var command = new Command("export", terminal.In(Description)) { data, outFile, format };
        command.SetAction((parsed, cancellation) => Run(terminal, Options.Existing(parsed.GetRequiredValue(data)),
            parsed.GetRequiredValue(outFile), parsed.GetRequiredValue(format), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string folder, string file, string format,
        CancellationToken cancellation)
    {
        await using var ledger = await OpenLedger.Verified(folder, terminal, cancellation);
        var head = ledger.Store.Head;
        var unfinished = file + ".unfinished";
        try
        {
            // One that is left over could be open to others.
            File.Delete(unfinished);
            await using (var stream = PrivateFiles.Open(unfinished, FileMode.CreateNew))
            {
                await terminal.Watch("Exporting, events", head.Size, progress =>
                    Write(folder, ledger, stream, format, progress, cancellation));
                await stream.FlushAsync(cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        terminal.Say($"exported to {file}: position {head.Size}, root {head.RootHash}");
        return (int)ExitCode.Done;
    }

    private static Task Write(string folder, EmbeddedLedger ledger, Stream stream, string format, IProgress<long> progress,
        CancellationToken cancellation) =>
        format switch
        {
            "prov" => ProvJson.Write(ledger.Feed, stream, progress, cancellation),
            "refusals" => Refusals(folder, ledger, stream, cancellation),
            "rights" => RightsCsv.Write(ledger.Feed, stream, progress, cancellation),
            "csv" => AuditCsv.Write(ledger.Feed, stream, progress, cancellation),
            _ => ledger.Store.Export(stream, progress, cancellation),
        };

    private static async Task Refusals(string folder, EmbeddedLedger ledger, Stream stream, CancellationToken cancellation)
    {
        await using var log = RefusalLog.Open(folder, ledger.Time);
        await RefusalsCsv.Write(log, stream, cancellation);
    }
}
