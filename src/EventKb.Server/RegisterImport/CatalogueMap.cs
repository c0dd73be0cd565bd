using EventKb.Domain.Catalogue;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RegisterImport;

/// <summary>How a register of services, resources or life situations words its entries.</summary>
internal sealed class CatalogueMap : RegisterMap<CatalogueRow>
{
    private const string Kinds = "kinds";
    private static readonly string[] Said = [CatalogueKeys.Code, CatalogueKeys.Name, CatalogueKeys.Summary, CatalogueKeys.From, CatalogueKeys.Until];

    private static readonly MapKeySet Keys = RegisterKeys.With(
        Said, [Kinds], [CatalogueKeys.Code, CatalogueKeys.Name, CatalogueKeys.Kind], CatalogueKeys.Kind);

    private CatalogueMap(MapFile file) : base(file, Said) => (Kind, KindsByWord) = Words<EntryKind>(file, CatalogueKeys.Kind, Kinds);

    /// <summary>Kind of every entry; null where a column says it.</summary>
    public EntryKind? Kind { get; }

    /// <summary>Kinds by their words; none where the map has one kind for all.</summary>
    public IReadOnlyDictionary<string, EntryKind> KindsByWord { get; }

    /// <summary>Reads a map; what is wrong in it is bad input.</summary>
    public static async Task<RegisterMap<CatalogueRow>> Read(string named, CancellationToken cancellation) =>
        await MapFile.Read(named, Keys, file => new CatalogueMap(file), cancellation);

    private protected override MappedReader<CatalogueRow> ReaderOf(
        FileRows rows, WrittenForm written, IReadOnlyDictionary<string, int> columns, DateOnly seenOn) =>
        new CatalogueReader(this, rows, written, columns, seenOn);
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
