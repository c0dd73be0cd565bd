using System.CommandLine;
using System.Globalization;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.Imports;
using EventKb.Server.RegisterImport;
using Command = System.CommandLine.Command;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb import catalogue|people|ownership</c>: registers that an institution keeps elsewhere.</summary>
internal static class ImportRegisterCommand
{
    private const string Catalogue =
        """
        Import the services, resources or life situations of an institution's register: an entry for each row.

        Run it again with the register as it is now: a new row is registered, another name or summary holds from the day on which the
        register was read, a last day takes the entry out of it, and what is the same adds nothing. An entry without a row stays as it
        is. A row that cannot be taken is listed with the reason and the rest goes on (exit code 2).
        """;

    private const string People =
        """
        Import an institution's register of people into the person directory: a person, group or program for each row.

        Run it again with the register as it is now: who is new is entered, another name or e-mail holds from the day on which the register
        was read, who has a first day out of the institution has left on it, and what is the same adds nothing. Somebody without a row
        stays, unless --end-absent is given. A row that cannot be taken is listed with the reason and the rest goes on (exit code 2).
        """;

    private const string Ownership =
        """
        Import an institution's register of duties: who is accountable for what from when, on what order; holders by their keys in the
        register of people, services and resources by their codes in the catalogue.

        Run it again with the register as it is now: a new term is opened, and passes the duty on where somebody else holds it then; a
        term ends on its last day; what is otherwise than before is a correction, and what is the same adds nothing. A term without a row
        stays, unless --end-absent is given. A row that cannot be taken is listed with the reason and the rest goes on (exit code 2).
        """;

    /// <summary>Each of them.</summary>
    public static IEnumerable<Command> All(Terminal terminal)
    {
        yield return Create<CatalogueRow>(terminal, "catalogue", Catalogue, CatalogueMap.Read, null);
        yield return Whole(terminal, "people", People, PeopleMap.Read);
        yield return Whole(terminal, "ownership", Ownership, OwnershipMap.Read);
    }

    private static Command Whole<TRow>(Terminal terminal, string name, Wording what, ReadMap<TRow> map)
        where TRow : RegisterRow, IWholeRegister<TRow> => Create(terminal, name, what, map,
            (target, institution, scope, rows, cancellation) => target.EndAbsent(institution, scope, rows, false, cancellation));

    private static Command Create<TRow>(Terminal terminal, string name, Wording what, ReadMap<TRow> map, EndAbsent<TRow>? end)
        where TRow : RegisterRow, IRegister
    {
        var seen = new Option<string?>("--seen-on")
        { Description = terminal.In("Day on which the register was read, yyyy-MM-dd [default: today]."), HelpName = "DAY" };
        var absent = new Option<bool>("--end-absent")
        { Description = terminal.In("The file is the whole register: end on the day on which it was read what has no row.") };
        var (file, into) = (new MappedFileOptions(terminal, "YAML file that says which column is what."), new ImportOptions(terminal));
        var command = file.AddTo(new(name, terminal.In(what)));
        command.Options.Add(seen);
        if (end is not null)
            command.Options.Add(absent);
        into.AddTo(command).SetAction(async (parsed, cancellation) =>
        {
            var (orders, asked) = (into.Read(parsed), file.Read(parsed));
            return await new RegisterRun<TRow>(terminal, orders, asked, DayOf(parsed.GetValue(seen)))
            { End = end is not null && parsed.GetValue(absent) ? end : null }.Do(await map(asked.Map, cancellation), cancellation);
        });
        return command;
    }

    private static DateOnly DayOf(string? given) => given is null ? Instants.Day(RealTime.UtcNow)
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw CannotGoOn.BadInput($"'{given}' is no day; write it as yyyy-MM-dd.");

    private delegate Task<RegisterMap<TRow>> ReadMap<TRow>(string named, CancellationToken cancellation) where TRow : RegisterRow;
}
