using System.CommandLine;
using EventKb.Domain;
using Command = System.CommandLine.Command;

namespace EventKb.Server.CommandLine;

/// <summary>Options of every import: as whose, and into what.</summary>
internal sealed class ImportOptions(Terminal terminal)
{
    private const string TokenVariable = "EVENTKB_TOKEN";

    private readonly Option<string> _institution = new("--institution")
    {
        Description = terminal.In("Code of the institution whose data it is; registered if it is not yet."),
        HelpName = "CODE",
        Required = true,
    };

    private readonly Option<string?> _name = new("--name")
    { Description = terminal.In("Its name, for when it is not registered yet [default: the code].") };

    private readonly Option<bool> _dry = new("--dry-run") { Description = terminal.In("Write nothing; say what would be imported.") };
    private readonly Option<string> _data = Options.Data(terminal, required: false);
    private readonly Option<string?> _url = new("--url")
    {
        Description = terminal.In("Import through the server that runs there, instead of --data."),
        HelpName = "URL",
    };

    private readonly Option<string?> _token = new("--token-file")
    {
        Description = terminal.In("File with the token that the server asks for [default: the environment variable EVENTKB_TOKEN]."),
        HelpName = "FILE",
    };

    private readonly Option<string?> _acknowledgements = new("--acknowledgements")
    { Description = terminal.In("Append a line of JSON to this file for every row as the ledger acknowledges it."), HelpName = "FILE" };

    /// <summary>Adds them to a command, after its own.</summary>
    public Command AddTo(Command command)
    {
        foreach (var option in (Option[])[_institution, _name, _dry, _data, _url, _token, _acknowledgements])
            command.Options.Add(option);
        return command;
    }

    /// <summary>What they say; two that exclude each other are bad input.</summary>
    public ImportOrders Read(ParseResult parsed)
    {
        var code = parsed.GetRequiredValue(_institution);
        var institution = InstitutionCode.IsValid(code) ? new InstitutionCode(code)
            : throw CannotGoOn.BadInput($"'{code}' is not an institution's code: 1–40 letters, digits and hyphens, a letter or digit first.");
        var orders = new ImportOrders(institution, parsed.GetValue(_name) ?? code, parsed.GetValue(_dry), parsed.GetValue(_data),
            parsed.GetValue(_url), Token(parsed.GetValue(_token)), parsed.GetValue(_acknowledgements));
        if (orders.Data is null == orders.Url is null)
            throw CannotGoOn.BadInput("Give either --data DIR or --url URL.");
        return orders is { DryRun: true, Acknowledgements: not null }
            ? throw CannotGoOn.BadInput("Give --dry-run or --acknowledgements: where nothing is written nothing is acknowledged.")
            : orders;
    }

    /// <summary>An argument would show it to other users of the machine.</summary>
    private static string? Token(string? file)
    {
        try
        {
            var token = (file is null ? Environment.GetEnvironmentVariable(TokenVariable) : File.ReadAllText(file))?.Trim();
            return token is null or "" || token.All(c => c is > ' ' and <= '~') ? token
                : throw CannotGoOn.BadInput($"What {file ?? TokenVariable} holds is no token.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw CannotGoOn.BadInput($"{file} cannot be read: {unreadable.Message}");
        }
    }
}
