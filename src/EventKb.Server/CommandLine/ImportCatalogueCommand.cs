using System.CommandLine;
using System.Globalization;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.CatalogueImport;
using EventKb.Server.MappedFiles;
using Command = System.CommandLine.Command;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb import catalogue</c>: the services, resources or life situations of an institution's register.</summary>
internal static class ImportCatalogueCommand
{
    private const string What =
        """
        Import the services, resources or life situations of an institution's register: an entry for each row.

        Run it again with the register as it is now: a new row is registered, another name or summary holds from the day on which the
        register was read, a last day takes the entry out of it, and what is the same adds nothing. An entry without a row stays as it
        is. A row that cannot be taken is listed with the reason and the rest goes on (exit code 2).
        """;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var seen = new Option<string?>("--seen-on")
        { Description = terminal.In("Day on which the register was read, yyyy-MM-dd [default: today]."), HelpName = "DAY" };
        var (file, into) = (new MappedFileOptions(terminal, "YAML file that says which column is what."), new ImportOptions(terminal));
        var command = file.AddTo(new("catalogue", terminal.In(What)));
        command.Options.Add(seen);
        into.AddTo(command).SetAction((parsed, cancellation) =>
            Run(terminal, into.Read(parsed), file.Read(parsed), DayOf(parsed.GetValue(seen)), cancellation));
        return command;
    }

    private static async Task<int> Run(
        Terminal terminal, ImportOrders into, MappedFileOrders asked, DateOnly seenOn, CancellationToken cancellation)
    {
        var map = await CatalogueMap.Read(asked.Map, cancellation);
        // The columns first: where one is missing, no data folder is made.
        using var rows = FileRows.Open(asked.Path, map.Delimiter);
        var reader = new CatalogueReader(map, rows, asked.Path, seenOn);
        return await new ImportRun(terminal, into, asked.Rejected).Do(async (target, report, acknowledge) =>
        {
            await target.Register(into.Institution, into.Name, seenOn, cancellation);
            await foreach (var answer in target.Send(into.Institution, reader.Rows(report).ToAsyncEnumerable(), cancellation))
            {
                report.Count(answer, answer.Line, answer.Entry);
                acknowledge(answer);
            }
        }, cancellation);
    }

    private static DateOnly DayOf(string? given) => given is null ? Instants.Day(RealTime.UtcNow)
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw CannotGoOn.BadInput($"'{given}' is no day; write it as yyyy-MM-dd.");
}
