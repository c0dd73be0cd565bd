using System.CommandLine;
using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.Server.MappedFiles;
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
        var zone = new Option<string?>("--time-zone")
        {
            Description = terminal.In("Where the clock of the system stands [default: what the map says, or Europe/Riga]."),
            HelpName = "NAME",
        };
        var system = new Option<string?>("--system")
        { Description = terminal.In("Name of the system, where the institution has several."), HelpName = "NAME" };
        var (file, into) = (new MappedFileOptions(terminal,
            "YAML file that says which column is what, or the name of a map that ships (incident-event-log)."), new ImportOptions(terminal));
        var command = file.AddTo(new(name, terminal.In(description)));
        command.Options.Add(zone);
        command.Options.Add(system);
        into.AddTo(command).SetAction((parsed, cancellation) => Run(
            terminal, new Asked(into.Read(parsed), kind, file.Read(parsed), parsed.GetValue(zone), parsed.GetValue(system)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, CancellationToken cancellation)
    {
        var map = await RecordMap.Read(asked.File.Map, cancellation);
        var order = new RecordOrder(asked.Into.Institution, asked.Into.Name, asked.System, asked.Kind, map, map.Written(asked.TimeZone));
        if (asked.Kind is null && map is { Kind: null, Kinds.Count: 0 })
            throw CannotGoOn.BadInput($"The map {asked.File.Map}: {(Wording)$"It lacks '{MapKeys.Kind}'."}");
        if (asked.Kind is not null && map.SaysAnotherKindThan(asked.Kind.Value))
            throw CannotGoOn.BadInput($"The map {asked.File.Map} says of which kind records are; use it with 'import records'.");
        // The columns first: where one is missing, no data folder is made.
        using var rows = FileRows.Open(asked.File.Path, map.Delimiter);
        var reader = new RowReader(order, rows, asked.File.Path);
        return await new ImportRun(terminal, asked.Into, asked.File.Rejected)
        {
            Details = () => [$"records         {ImportRun.Number(reader.Records)}", $"masked          {ImportRun.Number(reader.Masked)}"],
        }.Do((target, report, acknowledge) => new RecordImporter(target, order).Import(rows, reader, report, acknowledge, cancellation),
            cancellation);
    }

    private sealed record Asked(ImportOrders Into, RecordKind? Kind, MappedFileOrders File, string? TimeZone, string? System);
}
