using System.CommandLine;
using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.Server.Imports;
using EventKb.Server.RecordImport;
using Command = System.CommandLine.Command;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb import incidents</c>: the trail of a request management system.</summary>
internal static class ImportIncidentsCommand
{
    private const string Description =
        """
        Import the incidents of a request management system from its trail: an event for each row, in the order of the file.

        Run it again with a longer file to bring in what is new; what is there already adds nothing. A row that cannot be taken is
        listed with the reason and the rest goes on (exit code 2). Personal codes and telephone numbers in texts are masked.
        """;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var csv = new Argument<string>("CSV") { Description = terminal.In("A CSV file in UTF-8, or a zip archive with one.") };
        var map = new Option<string>("--map")
        {
            Description = terminal.In("YAML file that says which column is what, or the name of a map that ships (incident-event-log)."),
            HelpName = "FILE",
            Required = true,
        };
        var zone = new Option<string?>("--time-zone")
        {
            Description = terminal.In("Where the clock of the system stands [default: what the map says, or Europe/Riga]."),
            HelpName = "NAME",
        };
        var system = new Option<string?>("--system")
        { Description = terminal.In("Name of the system, where the institution has several."), HelpName = "NAME" };
        var rejected = new Option<string?>("--rejected")
        { Description = terminal.In("Write every row that is not taken to this file: line, number, code and reason."), HelpName = "FILE" };
        var into = new ImportOptions(terminal);
        var command = into.AddTo(new("incidents", terminal.In(Description)) { csv, map, zone, system, rejected });
        command.SetAction((parsed, cancellation) => Run(terminal, new Asked(into.Read(parsed), parsed.GetRequiredValue(csv),
            parsed.GetRequiredValue(map), parsed.GetValue(zone), parsed.GetValue(system), parsed.GetValue(rejected)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, CancellationToken cancellation)
    {
        var map = await RecordMap.Read(asked.Map, cancellation);
        var order = new RecordOrder(asked.Into.Institution, asked.Into.Name, asked.System, RecordKind.Incident, map,
            map.ZoneOr(asked.TimeZone));
        // The columns first: where one is missing, no data folder is made.
        using var rows = CsvRows.Open(asked.Csv, map.Delimiter);
        var reader = new RowReader(order, rows.Header, asked.Csv);
        await using var rejected = asked.Rejected is { } file ? new RejectedRows(file, terminal.In) : null;
        var report = new RecordReport(row => rejected?.Add(row));
        return await asked.Into.Into(terminal, async (target, acknowledge) =>
        {
            var before = (await target.Head(cancellation)).Size;
            await terminal.Watch("Importing, rows", null, progress => new RecordImporter(target, order).Import(rows, reader, report, answer =>
            {
                acknowledge(answer);
                progress.Report(report.Rows);
            }, cancellation));
            Print(terminal, report, before);
            if (target is DryRun)
                terminal.Say($"would take {Number(report.Rows - report.Rejected)} rows of {Number(report.Records)} records; nothing was written");
            return (int)(report.Rejected > 0 ? ExitCode.BadInput : ExitCode.Done);
        }, cancellation);
    }

    private static void Print(Terminal terminal, RecordReport report, long before)
    {
        foreach (var row in report.Listed)
            terminal.Note(row.Number is { } number ? $"not taken: line {row.Line}, {number}: {row.Code}: {row.Reason}"
                : (Wording)$"not taken: line {row.Line}: {row.Code}: {row.Reason}");
        if (report.Rejected > report.Listed.Count)
            terminal.Note($"not taken: {Number(report.Rejected - report.Listed.Count)} more; --rejected FILE has them all");
        terminal.Say($"rows            {Number(report.Rows)}");
        terminal.Say($"records         {Number(report.Records)}");
        terminal.Say($"events appended {Number(report.Head!.Size - before)}");
        terminal.Say($"already there   {Number(report.AlreadyThere)}");
        terminal.Say($"rejected        {Number(report.Rejected)}");
        terminal.Say($"masked          {Number(report.Masked)}");
        terminal.Say($"position        {report.Head.Size}");
        terminal.Say($"root            {report.Head.RootHash}");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Asked(ImportOrders Into, string Csv, string Map, string? TimeZone, string? System, string? Rejected);
}
