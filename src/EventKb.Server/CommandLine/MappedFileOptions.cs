using System.CommandLine;
using EventKb.Domain;
using Command = System.CommandLine.Command;

namespace EventKb.Server.CommandLine;

/// <summary>The file whose rows are imported, and the map that words them.</summary>
internal sealed class MappedFileOptions
{
    private readonly Argument<string> _path;
    private readonly Option<string> _map;
    private readonly Option<string?> _rejected;

    /// <summary>The options, with what may stand as the map.</summary>
    public MappedFileOptions(Terminal terminal, Wording map)
    {
        _path = new("FILE") { Description = terminal.In("A CSV file in UTF-8, a zip archive with one, or a file .json with an array of objects.") };
        _map = new("--map") { Description = terminal.In(map), HelpName = "FILE", Required = true };
        _rejected = new("--rejected")
        { Description = terminal.In("Write every row that is not taken to this file: line, number, code and reason."), HelpName = "FILE" };
    }

    /// <summary>Adds them to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Arguments.Add(_path);
        command.Options.Add(_map);
        command.Options.Add(_rejected);
        return command;
    }

    /// <summary>What they say.</summary>
    public MappedFileOrders Read(ParseResult parsed) =>
        new(parsed.GetRequiredValue(_path), parsed.GetRequiredValue(_map), parsed.GetValue(_rejected));
}

/// <summary>What is imported.</summary>
/// <param name="Path">The file.</param>
/// <param name="Map">Its map.</param>
/// <param name="Rejected">File for the rows that are not taken; null = none.</param>
internal sealed record MappedFileOrders(string Path, string Map, string? Rejected);
