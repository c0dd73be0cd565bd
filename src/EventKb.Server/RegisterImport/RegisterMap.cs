using EventKb.Domain;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RegisterImport;

/// <summary>How a register's file words its rows: which column says what, and in which words.</summary>
internal abstract class RegisterMap<TRow> where TRow : RegisterRow
{
    private readonly WrittenForm _written;

    private protected RegisterMap(MapFile file, IReadOnlyList<string> said)
    {
        Columns = [.. said.Where(key => file.Word(key) is not null).Select(key => (key, file.Word(key)!))];
        Delimiter = file.Delimiter(RegisterKeys.Delimiter);
        var format = file.Word(RegisterKeys.DateFormat) ?? "yyyy-MM-dd";
        if (!DateForms.IsDay(format))
            throw new UnreadableMap($"'{format}' does not write a day; an example is dd.MM.yyyy.");
        _written = new WrittenForm(file.List(RegisterKeys.Missing).ToHashSet(StringComparer.Ordinal), format, Instants.Riga);
    }

    /// <summary>Columns by what they say.</summary>
    public IReadOnlyList<(string Key, string Column)> Columns { get; private set; }

    /// <summary>What stands between two fields.</summary>
    public string Delimiter { get; }

    /// <summary>What reads the rows of a file.</summary>
    public MappedReader<TRow> Reader(FileRows rows, string file, DateOnly seenOn) =>
        ReaderOf(rows, _written, MappedColumns.Of(rows, file, Columns, []), seenOn);

    /// <summary>How far the register goes.</summary>
    public virtual RegisterScope Scope(DateOnly seenOn) => new(seenOn, null, []);

    /// <summary>A word that the map says of all rows, or the words of a column, which is then one of the map's.</summary>
    private protected (T? OfAll, IReadOnlyDictionary<string, T> ByWord) Words<T>(MapFile file, string key, string table) where T : struct, Enum
    {
        var words = file.TableOf<T>(table);
        if (words.Count == 0)
            return (file.OneOf<T>(key), words);
        Columns = [.. Columns, (key, file.Word(key) ?? throw new UnreadableMap($"It lacks '{key}'."))];
        return (null, words);
    }

    private protected abstract MappedReader<TRow> ReaderOf(
        FileRows rows, WrittenForm written, IReadOnlyDictionary<string, int> columns, DateOnly seenOn);
}

/// <summary>What the map of any register can say.</summary>
internal static class RegisterKeys
{
    public const string DateFormat = "dateFormat";
    public const string Delimiter = "delimiter";
    public const string Missing = "missing";

    /// <summary>The keys of a map that says so much of a row, with tables of words besides.</summary>
    public static MapKeySet With(string[] said, string[] tables, string[] needed, params string[] more) =>
        new([.. said, .. more, DateFormat, Delimiter], [Missing], tables, needed);
}
