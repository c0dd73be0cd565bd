using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.CatalogueImport;

/// <summary>How a register's file words its entries: which column says what, and in which words.</summary>
internal sealed class CatalogueMap
{
    private const string DateFormat = "dateFormat";
    private const string Delimited = "delimiter";
    private const string Missing = "missing";
    private const string Kinds = "kinds";
    private static readonly string[] Said = [CatalogueKeys.Code, CatalogueKeys.Name, CatalogueKeys.Summary, CatalogueKeys.From, CatalogueKeys.Until];

    private static readonly MapKeySet Keys = new(
        [.. Said, DateFormat, Delimited, CatalogueKeys.Kind], [Missing], [Kinds], [CatalogueKeys.Code, CatalogueKeys.Name, CatalogueKeys.Kind]);

    private CatalogueMap(MapFile file)
    {
        Columns = [.. Said.Where(key => file.Word(key) is not null).Select(key => (key, file.Word(key)!))];
        KindsByWord = file.TableOf<EntryKind>(Kinds);
        if (KindsByWord.Count == 0)
            Kind = file.OneOf<EntryKind>(CatalogueKeys.Kind);
        else
            Columns = [.. Columns, (CatalogueKeys.Kind, file.Word(CatalogueKeys.Kind)!)];
        Delimiter = file.Delimiter(Delimited);
        var format = file.Word(DateFormat) ?? "yyyy-MM-dd";
        if (!DateForms.IsDay(format))
            throw new UnreadableMap($"'{format}' does not write a day; an example is dd.MM.yyyy.");
        Written = new WrittenForm(file.List(Missing).ToHashSet(StringComparer.Ordinal), format, Instants.Riga);
    }

    /// <summary>Columns by what they say.</summary>
    public IReadOnlyList<(string Key, string Column)> Columns { get; }

    /// <summary>Kind of every entry; null where a column says it.</summary>
    public EntryKind? Kind { get; }

    /// <summary>Kinds by their words; none where the map has one kind for all.</summary>
    public IReadOnlyDictionary<string, EntryKind> KindsByWord { get; }

    /// <summary>What stands between two fields.</summary>
    public string Delimiter { get; }

    /// <summary>How the file writes what it says.</summary>
    public WrittenForm Written { get; }

    /// <summary>Reads a map; what is wrong in it is bad input.</summary>
    public static Task<CatalogueMap> Read(string named, CancellationToken cancellation) =>
        MapFile.Read(named, Keys, file => new CatalogueMap(file), cancellation);
}

/// <summary>What a map of a register can say of an entry.</summary>
internal static class CatalogueKeys
{
    public const string Code = "code";
    public const string Name = "name";
    public const string Summary = "summary";
    public const string From = "from";
    public const string Until = "until";
    public const string Kind = "kind";
}
