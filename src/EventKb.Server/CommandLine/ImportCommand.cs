using System.CommandLine;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb import</c>: knowledge from elsewhere.</summary>
internal static class ImportCommand
{
    /// <summary>The command and its sources.</summary>
    public static Command Create(Terminal terminal) =>
        new("import", terminal.In("Bring in what other systems have, with its history."))
        {
            ImportGitCommand.Create(terminal), ImportRecordsCommand.OfIncidents(terminal), ImportRecordsCommand.OfRecords(terminal),
            ImportCatalogueCommand.Create(terminal),
        };
}
