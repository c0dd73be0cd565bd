namespace EventKb.Server.MappedFiles;

/// <summary>Reads the rows of a file as a map words them.</summary>
/// <param name="rows">The file.</param>
/// <param name="form">How it writes what it says.</param>
/// <param name="columns">Places of the map's columns, by key.</param>
internal abstract class MappedReader<TRow>(FileRows rows, WrittenForm form, IReadOnlyDictionary<string, int> columns)
    where TRow : class
{
    private readonly HashSet<object> _read = [];

    /// <summary>The rows that can be read, in the order of the file; the others go into the report.</summary>
    public IEnumerable<TRow> Rows(RowReport report)
    {
        while (rows.Next() is { } row)
            if (Read(row, report) is { } read)
                yield return read;
    }

    /// <summary>What a row says; throws <see cref="UnreadableRow"/> where that cannot be read.</summary>
    protected abstract TRow Row(long line, RowValues values);

    /// <summary>What a row must say.</summary>
    protected static string Needed(RowValues values, string key) => values[key] ?? throw Missing(key);

    /// <summary>The day that a row must say.</summary>
    protected static DateOnly NeededDay(RowValues values, string key) => values.Day(key) ?? throw Missing(key);

    /// <summary>What a row says in a word of a table, or what the map says of all rows.</summary>
    protected static T Word<T>(RowValues values, string key, T? ofAll, IReadOnlyDictionary<string, T> table) where T : struct =>
        ofAll ?? values.OneOf(key, table) ?? throw new UnreadableRow($"'{key}' is '{values[key] ?? ""}', which is none of the map's words.");

    /// <summary>A row, unless an earlier one is about the same.</summary>
    protected TRow Once(object about, string key, string said, TRow row) =>
        _read.Add(about) ? row : throw new UnreadableRow($"'{key}' is '{said}', which an earlier row has.");

    private static UnreadableRow Missing(string key) => new($"'{key}' is missing.");

    private TRow? Read(FileRow row, RowReport report)
    {
        try
        {
            return row.Damage is { } damage ? throw new UnreadableRow(damage) : Row(row.Line, new RowValues(form, columns, row.Fields));
        }
        catch (UnreadableRow wrong)
        {
            report.Reject(new(row.Line, null, "UNREADABLE_ROW", wrong.Wording));
            return null;
        }
    }
}
