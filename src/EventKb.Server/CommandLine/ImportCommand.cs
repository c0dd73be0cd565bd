using System.CommandLine;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb import</c>: knowledge from elsewhere.</summary>
internal static class ImportCommand
{
    /// <summary>The command and its sources.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("import", terminal.In("Bring in what other systems have, with its history."))
        {
            ImportGitCommand.Create(terminal), ImportRecordsCommand.OfIncidents(terminal), ImportRecordsCommand.OfRecords(terminal),
        };
        foreach (var register in ImportRegisterCommand.All(terminal))
            command.Subcommands.Add(register);
        return command;
    }
}
