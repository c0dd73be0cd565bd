using EventKb.Domain;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RecordImport;

/// <summary>The texts of a row: what the map names of it, and nothing that tells of a person by code or telephone.</summary>
internal sealed class RowText
{
    private readonly FileRows _file;
    private readonly int[] _emptied;
    private readonly int[] _masked;

    /// <summary>Texts of a file's rows.</summary>
    public RowText(RecordMap map, FileRows file)
    {
        _file = file;
        var header = file.Header;
        var (named, masked) = (map.Named.ToHashSet(StringComparer.Ordinal), map.Masked.ToHashSet(StringComparer.Ordinal));
        _emptied = [.. Enumerable.Range(0, header.Count).Where(column => !named.Contains(header[column]))];
        _masked = [.. Enumerable.Range(0, header.Count).Where(column => masked.Contains(header[column]))];
    }

    /// <summary>Places that were masked.</summary>
    public long Masked { get; private set; }

    /// <summary>The row with what the map leaves out emptied and what it masks masked; its own bytes where nothing is.</summary>
    public FileRow Of(FileRow row)
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

        return changed ? _file.With(row, fields) : row;
    }

    /// <summary>Texts as a record has them.</summary>
    public static RecordText Read(FileRow row, RowValues values) => new(row.Text, Cut(values[MapKeys.Title], Limits.Title),
        Cut(values[MapKeys.Description], Limits.Message), Cut(values[MapKeys.Caller], Limits.Comment));

    private static string? Cut(string? text, int most) => text is null ? null
        : CommitMessage.Cut(string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t') ? ' ' : c)), most);
}
