using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RegisterImport;

/// <summary>Reads a register of people.</summary>
internal sealed class PeopleReader(
    PeopleMap map, FileRows rows, WrittenForm written, IReadOnlyDictionary<string, int> columns, DateOnly seenOn)
    : MappedReader<PersonRow>(rows, written, columns)
{
    /// <inheritdoc/>
    protected override PersonRow Row(long line, RowValues values)
    {
        var key = Needed(values, PeopleKeys.Key);
        var kind = Word(values, PeopleKeys.Kind, map.Kind, map.KindsByWord);
        return Once(key, PeopleKeys.Key, key, new(map.Source, key, kind, Needed(values, PeopleKeys.Name), line, seenOn)
        {
            Email = values[PeopleKeys.Email],
            Until = values.Day(PeopleKeys.Until),
        });
    }
}
