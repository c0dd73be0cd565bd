using System.CommandLine;

namespace EventKb.Server.CommandLine;

/// <summary>Options that several commands have.</summary>
internal static class Options
{
    /// <summary>The folder with the ledger.</summary>
    public static Option<string> Data(Terminal terminal, bool required = true) =>
        new("--data") { Description = terminal.In("Folder with the ledger and its read models."), HelpName = "DIR", Required = required };

    /// <summary>Addresses that are separated by semicolons.</summary>
    public static string[] Urls(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Checks a data folder that must hold a ledger already, so that a mistyped name makes no empty one.</summary>
    public static string Existing(string folder) => File.Exists(Path.Combine(folder, Ledger.EmbeddedLedger.FileName))
        ? folder
        : throw CannotGoOn.BadInput(
            $"There is no ledger in {folder}. Name the folder that 'serve' or 'import' was given as --data.");
}
