namespace EventKb.ReadModels.Bitemporal;

/// <summary>
/// Rows with two intervals: recorded [rec_from, rec_to) in positions and valid [valid_from, valid_to) in microseconds. What a
/// fact says of an interval takes the place of what was said before, and what was said before stays known for earlier positions.
/// </summary>
/// <param name="table">Table; its primary key is the key columns, rec_from, valid_from.</param>
/// <param name="key">Columns that name what the facts are about.</param>
/// <param name="facts">Columns that say something about it.</param>
internal sealed class BitemporalTable(string table, IReadOnlyList<string> key, IReadOnlyList<string> facts)
{
    /// <summary>Beginning of an interval that reaches back without limit.</summary>
    public const long Always = long.MinValue;

    private readonly string _overlapping = $"""
        SELECT rec_from, valid_from, valid_to{Each(facts, c => $", {c}")} FROM {table}
        WHERE {Where(key)} AND rec_to = {Micros.Open} AND valid_from < @to AND valid_to > @from
        """;

    private readonly string _close = $"""
        UPDATE {table} SET rec_to = @position WHERE {Where(key)} AND rec_from = @recFrom AND valid_from = @validFrom
        """;

    private readonly string _remove =
        $"DELETE FROM {table} WHERE {Where(key)} AND rec_from = @recFrom AND valid_from = @validFrom";

    /// <summary>Says that something held over an interval.</summary>
    public void State(ReadModelWriter rows, long position, object[] about, long from, long to, params object?[] said)
    {
        Retract(rows, position, about, from, to);
        if (from < to)
            Insert(rows, position, about, from, to, said);
    }

    /// <summary>Says that nothing held over an interval.</summary>
    public void Retract(ReadModelWriter rows, long position, object[] about, long from, long to)
    {
        if (from >= to)
            return;
        foreach (var row in Overlapping(rows, about, from, to))
        {
            if (row.RecFrom == position)
                rows.Execute(_remove, [.. Named(about), ("@recFrom", row.RecFrom), ("@validFrom", row.From)]);
            else
                rows.Execute(_close, [("@position", position), .. Named(about), ("@recFrom", row.RecFrom),
                    ("@validFrom", row.From)]);
            if (row.From < from)
                Insert(rows, position, about, row.From, from, row.Said);
            if (row.To > to)
                Insert(rows, position, about, to, row.To, row.Said);
        }
    }

    /// <summary>What is said now of any part of an interval.</summary>
    public IReadOnlyList<Rectangle> Overlapping(ReadModelWriter rows, object[] about, long from, long to) => rows.Query(
        _overlapping,
        row => new Rectangle(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2),
            [.. facts.Select((_, i) => row.IsDBNull(3 + i) ? null : row.GetValue(3 + i))]),
        [.. Named(about), ("@to", to), ("@from", from)]);

    private void Insert(ReadModelWriter rows, long position, object[] about, long from, long to, object?[] said) => rows.Insert(table,
        [.. key.Zip(about), ("rec_from", position), ("rec_to", Micros.Open), ("valid_from", from), ("valid_to", to), .. facts.Zip(said)]);

    private IEnumerable<(string Name, object? Value)> Named(object[] about) => key.Select((c, i) => ($"@{c}", (object?)about[i]));

    private static string Where(IEnumerable<string> columns) => string.Join(" AND ", columns.Select(c => $"{c} = @{c}"));

    private static string Each(IEnumerable<string> columns, Func<string, string> write) =>
        string.Concat(columns.Select(write));

    /// <summary>An open row: since which position it is said, of which interval, and what.</summary>
    internal sealed record Rectangle(long RecFrom, long From, long To, object?[] Said);
}
