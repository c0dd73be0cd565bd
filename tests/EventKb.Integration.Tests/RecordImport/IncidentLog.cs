using System.IO.Compression;
using EventKb.Integration.Tests.GitImport;

namespace EventKb.Integration.Tests.RecordImport;

/// <summary>A real log of incidents, read apart from the program.</summary>
internal static class IncidentLog
{
    public static readonly string File = Path.Combine(SharedData.Folder, "incident-event-log.zip");

    private static readonly Lazy<List<LogRow>> Lines = new(Read);

    public static IReadOnlyList<LogRow> Rows => Lines.Value;

    private static List<LogRow> Read()
    {
        using var zip = ZipFile.OpenRead(File);
        using var text = new StreamReader(zip.Entries.Single().Open());
        var (columns, rows, places) = (text.ReadLine()!.Split(','), new List<LogRow>(), new Dictionary<string, int>());
        while (text.ReadLine() is { } line)
        {
            var row = columns.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second);
            var place = places[row["number"]] = places.GetValueOrDefault(row["number"]) + 1;
            rows.Add(new(line, place, row));
        }

        return rows;
    }
}

/// <summary>A row of the log.</summary>
internal sealed record LogRow(string Line, int Place, IReadOnlyDictionary<string, string> Fields)
{
    public string Number => Fields["number"];

    public string? this[string column] => Fields[column] is "?" or "" ? null : Fields[column];
}

/// <summary>A test on the real log beside the real knowledge bases; skipped, for all to see, where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IncidentLogFactAttribute : FactAttribute
{
    public IncidentLogFactAttribute()
    {
        if (!File.Exists(IncidentLog.File) || !File.Exists(SharedData.Bundle("openshift")))
            Skip = $"There is no {IncidentLog.File} or {SharedData.Bundle("openshift")}; set EVENTKB_DATA.";
    }
}
