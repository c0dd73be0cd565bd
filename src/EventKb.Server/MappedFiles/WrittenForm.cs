namespace EventKb.Server.MappedFiles;

/// <summary>How a file writes what it says.</summary>
/// <param name="Missing">Words that mean that nothing is said.</param>
/// <param name="DateFormat">How times or days are written, as .NET has it.</param>
/// <param name="TimeZone">Where the clock stands.</param>
internal sealed record WrittenForm(IReadOnlySet<string> Missing, string DateFormat, TimeZoneInfo TimeZone);
