using System.Globalization;
using System.Text;

namespace EventKb.ReadModels.Bitemporal;

/// <summary>
/// The WHERE of a query with its parameters, <c>@p</c> and <c>@t</c> of the pin among them; a condition whose value is absent asks
/// nothing.
/// </summary>
internal sealed class Conditions(Pin? pin = null)
{
    private readonly StringBuilder _sql = new("1 = 1");
    private readonly List<(string Name, object? Value)> _parameters = pin is null ? [] : [.. pin.With()];

    public string Sql => _sql.ToString();

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    /// <summary>SQL of a row that was recorded by the pin, of any time.</summary>
    public static string Known(string row) => $"{row}.rec_from <= @p AND {row}.rec_to > @p";

    /// <summary>SQL of a row that was recorded by the pin and holds at its moment.</summary>
    public static string At(string row) => $"{Known(row)} AND {row}.valid_from <= @t AND {row}.valid_to > @t";

    /// <summary>
    /// SQL of a row that holds at the pin, of a stream in which both beginnings grow with the version (see <c>0010_articles.sql</c>): it
    /// has begun on both axes and its successor has not.
    /// </summary>
    public static string Held(Pin pin, string row, string from = "position") => pin.AtHead
        ? $"{row}.rec_to = {Micros.Open}"
        : $"{row}.{from} <= @p AND {row}.valid_from <= @t AND ({row}.rec_to > @p OR {row}.valid_to > @t)";

    public Conditions Add(string sql)
    {
        _sql.Append(" AND ").Append(sql);
        return this;
    }

    /// <summary>Adds a parameter that conditions name.</summary>
    public Conditions With(string name, object value)
    {
        _parameters.Add((name, value));
        return this;
    }

    /// <summary>Adds a condition on a value unless it is null; the condition names the value <c>@?</c>.</summary>
    public Conditions If(object? value, string sql)
    {
        if (value is null)
            return this;
        var name = $"@c{_parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        _parameters.Add((name, value));
        return Add(sql.Replace("@?", name, StringComparison.Ordinal));
    }

    /// <summary>Adds one condition or another by a flag unless that is null.</summary>
    public Conditions If(bool? flag, string whenTrue, string whenFalse) => flag is { } asked ? Add(asked ? whenTrue : whenFalse) : this;

    /// <summary>Adds that a column has one of some values; none at all = no row. Null asks nothing.</summary>
    public Conditions In<T>(string column, IReadOnlyCollection<T>? values)
    {
        if (values is null)
            return this;
        if (values.Count == 0)
            return Add("1 = 0");
        // Lists are padded to few lengths, four in each doubling, so that few statements serve all.
        var step = Math.Max(1, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count) / 8);
        var padded = values.Cast<object?>().ToList();
        while (padded.Count % step != 0)
            padded.Add(padded[^1]);
        var names = padded.Select((_, i) => $"@c{(_parameters.Count + i).ToString(CultureInfo.InvariantCulture)}").ToList();
        _parameters.AddRange(names.Zip(padded));
        return Add($"{column} IN ({string.Join(", ", names)})");
    }
}
