using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RegisterImport;

/// <summary>Reads entries of a register of services, resources or life situations.</summary>
internal sealed class CatalogueReader(
    CatalogueMap map, FileRows rows, WrittenForm written, IReadOnlyDictionary<string, int> columns, DateOnly seenOn)
    : MappedReader<CatalogueRow>(rows, written, columns)
{
    /// <inheritdoc/>
    protected override CatalogueRow Row(long line, RowValues values)
    {
        var kind = Word(values, CatalogueKeys.Kind, map.Kind, map.KindsByWord);
        var code = Needed(values, CatalogueKeys.Code);
        return Once((kind, code), CatalogueKeys.Code, code, new(kind, code, Needed(values, CatalogueKeys.Name), line, seenOn)
        {
            Summary = values[CatalogueKeys.Summary],
            From = values.Day(CatalogueKeys.From),
            Until = values.Day(CatalogueKeys.Until),
        });
    }
}
