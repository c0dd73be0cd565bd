namespace EventKb.Server.MappedFiles;

/// <summary>Where a file has the columns that a map names.</summary>
internal static class MappedColumns
{
    /// <summary>Their places by key; where the file lacks a column that the map names, or has one twice, that is bad input.</summary>
    /// <param name="rows">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="columns">Keys of the map, each with its column.</param>
    /// <param name="more">Other columns that the map names.</param>
    public static Dictionary<string, int> Of(FileRows rows, string file, IReadOnlyList<(string Key, string Column)> columns, IEnumerable<string> more)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, column) in rows.Header.Index())
            if (!places.TryAdd(column, place))
                throw CannotGoOn.BadInput($"{file} has the column '{column}' twice.");
        var named = columns.Select(said => said.Column).Concat(more).Distinct();
        if (named.Where(column => !places.ContainsKey(column)).ToList() is [_, ..] lacking)
            throw CannotGoOn.BadInput($"{file} lacks columns that the map names: {string.Join(", ", lacking)}.");
        return columns.ToDictionary(said => said.Key, said => places[said.Column], StringComparer.Ordinal);
    }
}
