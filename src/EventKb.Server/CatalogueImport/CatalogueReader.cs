using EventKb.Domain.Catalogue;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.CatalogueImport;

/// <summary>Reads the rows of a register as a map words them.</summary>
/// <param name="map">The map.</param>
/// <param name="rows">The file.</param>
/// <param name="file">Its name, for messages.</param>
/// <param name="seenOn">Day on which the register was read.</param>
internal sealed class CatalogueReader(CatalogueMap map, FileRows rows, string file, DateOnly seenOn)
{
    private readonly Dictionary<string, int> _columns = MappedColumns.Of(rows, file, map.Columns, []);
    private readonly HashSet<(EntryKind, string)> _read = [];

    /// <summary>The rows that can be read, in the order of the file; the others go into the report.</summary>
    public IEnumerable<CatalogueRow> Rows(RowReport report)
    {
        while (rows.Next() is { } row)
            if (Read(row, report) is { } entry)
                yield return entry;
    }

    private CatalogueRow? Read(FileRow row, RowReport report)
    {
        try
        {
            return row.Damage is { } damage ? throw new UnreadableRow(damage) : Entry(row, new RowValues(map.Written, _columns, row.Fields));
        }
        catch (UnreadableRow wrong)
        {
            report.Reject(new(row.Line, null, "UNREADABLE_ROW", wrong.Wording));
            return null;
        }
    }

    private CatalogueRow Entry(FileRow row, RowValues values)
    {
        var kind = map.Kind ?? values.OneOf(CatalogueKeys.Kind, map.KindsByWord) ?? throw new UnreadableRow(
            $"'{CatalogueKeys.Kind}' is '{values[CatalogueKeys.Kind] ?? ""}', which is none of the map's kinds.");
        var code = Needed(values, CatalogueKeys.Code);
        var entry = new CatalogueRow(kind, code, Needed(values, CatalogueKeys.Name), row.Line, seenOn)
        {
            Summary = values[CatalogueKeys.Summary],
            From = values.Day(CatalogueKeys.From),
            Until = values.Day(CatalogueKeys.Until),
        };
        return _read.Add((kind, code)) ? entry : throw new UnreadableRow($"'{CatalogueKeys.Code}' is '{code}', which an earlier row has.");
    }

    private static string Needed(RowValues values, string key) => values[key] ?? throw new UnreadableRow($"'{key}' is missing.");
}
