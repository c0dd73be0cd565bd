using System.CommandLine;
using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.Server.Imports;
using EventKb.Server.RecordImport;
using Command = System.CommandLine.Command;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb import incidents</c> and <c>import records</c>: the trail of a request management system.</summary>
internal static class ImportRecordsCommand
{
    private const string Incidents =
        """
        Import the incidents of a request management system from its trail: an event for each row, in the order of the file.

        Run it again with a longer file to bring in what is new; what is there already adds nothing. A row that cannot be taken is
        listed with the reason and the rest goes on (exit code 2). Personal codes and telephone numbers in texts are masked.
        """;

    private const string Records =
        """
        Import records of a request management system – problems, change requests, requests – as 'import incidents' does incidents.

        The map says of which kind they are: 'kind' is the kind of all, or where there is a table 'kinds' the column of the kind.
        """;

    /// <summary>Incidents alone.</summary>
    public static Command OfIncidents(Terminal terminal) => Create(terminal, "incidents", Incidents, RecordKind.Incident);

    /// <summary>Records of any kind.</summary>
    public static Command OfRecords(Terminal terminal) => Create(terminal, "records", Records, null);

    private static Command Create(Terminal terminal, string name, Wording description, RecordKind? kind)
    {
        var path = new Argument<string>("FILE")
        { Description = terminal.In("A CSV file in UTF-8, a zip archive with one, or a file .json with an array of objects.") };
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
        var command = into.AddTo(new(name, terminal.In(description)) { path, map, zone, system, rejected });
        command.SetAction((parsed, cancellation) => Run(terminal, new Asked(into.Read(parsed), kind, parsed.GetRequiredValue(path),
            parsed.GetRequiredValue(map), parsed.GetValue(zone), parsed.GetValue(system), parsed.GetValue(rejected)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, CancellationToken cancellation)
    {
        var map = await RecordMap.Read(asked.Map, cancellation);
        var order = new RecordOrder(asked.Into.Institution, asked.Into.Name, asked.System, asked.Kind, map,
            map.ZoneOr(asked.TimeZone));
        if (asked.Kind is null && map is { Kind: null, Kinds.Count: 0 })
            throw CannotGoOn.BadInput($"The map {asked.Map}: {(Wording)$"It lacks '{MapKeys.Kind}'."}");
        if (asked.Kind is not null && map.SaysAnotherKindThan(asked.Kind.Value))
            throw CannotGoOn.BadInput($"The map {asked.Map} says of which kind records are; use it with 'import records'.");
        // The columns first: where one is missing, no data folder is made.
        using var rows = FileRows.Open(asked.Path, map.Delimiter);
        var reader = new RowReader(order, rows, asked.Path);
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

    private sealed record Asked(ImportOrders Into, RecordKind? Kind, string Path, string Map, string? TimeZone, string? System, string? Rejected);
}
