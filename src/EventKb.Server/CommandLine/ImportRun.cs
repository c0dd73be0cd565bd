using System.Globalization;
using EventKb.Domain;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.CommandLine;

/// <summary>Runs an import of a file's rows and prints what it did.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="into">As whose and into what.</param>
/// <param name="rejectedRows">File for the rows that are not taken; null = none.</param>
internal sealed class ImportRun(Terminal terminal, ImportOrders into, string? rejectedRows)
{
    /// <summary>What is counted besides rows, printed after them.</summary>
    public Func<IEnumerable<Wording>> Details { get; init; } = () => [];

    /// <summary>Imports, and gives the exit code.</summary>
    /// <param name="import">Sends the rows, and hands on each answer.</param>
    /// <param name="cancellation">Stops it between rows.</param>
    public async Task<int> Do(Func<ImportTarget, RowReport, Action<ImportAnswer>, Task> import, CancellationToken cancellation)
    {
        await using var rejected = rejectedRows is { } file ? new RejectedRows(file, terminal.In) : null;
        var report = new RowReport(row => rejected?.Add(row));
        return await into.Into(terminal, async (target, acknowledge) =>
        {
            var before = (await target.Head(cancellation)).Size;
            await terminal.Watch("Importing, rows", null, async progress =>
            {
                await import(target, report, answer =>
                {
                    acknowledge(answer);
                    progress.Report(report.Rows);
                });
                report.Head = await target.Head(cancellation);
            });
            Print(report, before);
            if (target is DryRun)
                terminal.Say($"would take {Number(report.Rows - report.Rejected)} rows; nothing was written");
            return (int)(report.Rejected > 0 ? ExitCode.BadInput : ExitCode.Done);
        }, cancellation);
    }

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private void Print(RowReport report, long before)
    {
        foreach (var row in report.Listed)
            terminal.Note(row.Name is { } name ? $"not taken: line {row.Line}, {name}: {row.Code}: {row.Reason}"
                : (Wording)$"not taken: line {row.Line}: {row.Code}: {row.Reason}");
        if (report.Rejected > report.Listed.Count)
            terminal.Note($"not taken: {Number(report.Rejected - report.Listed.Count)} more; --rejected FILE has them all");
        terminal.Say($"rows            {Number(report.Rows)}");
        foreach (var detail in Details())
            terminal.Say(detail);
        terminal.Say($"events appended {Number(report.Head!.Size - before)}");
        terminal.Say($"already there   {Number(report.AlreadyThere)}");
        terminal.Say($"rejected        {Number(report.Rejected)}");
        terminal.Say($"position        {report.Head.Size}");
        terminal.Say($"root            {report.Head.RootHash}");
    }
}
