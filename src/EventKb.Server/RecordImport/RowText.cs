using EventKb.Domain;
using EventKb.Server.Imports;

namespace EventKb.Server.RecordImport;

/// <summary>The texts of a row: what the map names of it, and nothing that tells of a person by code or telephone.</summary>
internal sealed class RowText
{
    private readonly string _delimiter;
    private readonly int[] _emptied;
    private readonly int[] _masked;

    /// <summary>Texts of a file's rows.</summary>
    public RowText(RecordMap map, IReadOnlyList<string> header)
    {
        _delimiter = map.Delimiter;
        var (named, masked) = (map.Named.ToHashSet(StringComparer.Ordinal), map.Masked.ToHashSet(StringComparer.Ordinal));
        _emptied = [.. Enumerable.Range(0, header.Count).Where(column => !named.Contains(header[column]))];
        _masked = [.. Enumerable.Range(0, header.Count).Where(column => masked.Contains(header[column]))];
    }

    /// <summary>Places that were masked.</summary>
    public long Masked { get; private set; }

    /// <summary>The row with what the map leaves out emptied and what it masks masked; its own bytes where nothing is.</summary>
    public CsvRow Of(CsvRow row)
    {
        var fields = row.Fields.ToArray();
        var changed = false;
        foreach (var column in _emptied)
            (changed, fields[column]) = (changed || fields[column].Length > 0, "");
        foreach (var column in _masked)
        {
            var (text, places) = Masking.Of(fields[column]);
            (Masked, changed, fields[column]) = (Masked + places, changed || places > 0, text);
        }

        return changed ? row with { Fields = fields, Text = string.Join(_delimiter, fields.Select(Quoted)) } : row;
    }

    /// <summary>Texts as a record has them.</summary>
    public static RecordText Read(CsvRow row, RowValues values) => new(row.Text, Cut(values[MapKeys.Title], Limits.Title),
        Cut(values[MapKeys.Description], Limits.Message), Cut(values[MapKeys.Caller], Limits.Comment));

    private string Quoted(string field) => field.AsSpan().ContainsAny("\"\r\n") || field.Contains(_delimiter, StringComparison.Ordinal)
        ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static string? Cut(string? text, int most) => text is null ? null
        : CommitMessage.Cut(string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t') ? ' ' : c)), most);
}
