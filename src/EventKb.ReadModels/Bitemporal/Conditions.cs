using System.Globalization;
using System.Text;

namespace EventKb.ReadModels.Bitemporal;

/// <summary>The WHERE of a query with its parameters; a condition whose value is absent asks nothing.</summary>
internal sealed class Conditions
{
    private readonly StringBuilder _sql = new("1 = 1");
    private readonly List<(string Name, object? Value)> _parameters = [];

    public string Sql => _sql.ToString();

    public (string Name, object? Value)[] Parameters => [.. _parameters];

    /// <summary>What was recorded by the pin and held at its moment.</summary>
    public static Conditions At(Pin pin, string alias) => Known(pin, alias).Add(
        $"{alias}.valid_from <= @t AND {alias}.valid_to > @t", ("@t", pin.ValidMicros));

    /// <summary>What was recorded by the pin, of any time.</summary>
    public static Conditions Known(Pin pin, string alias) =>
        new Conditions().Add($"{alias}.rec_from <= @p AND {alias}.rec_to > @p", ("@p", pin.Position));

    public Conditions Add(string sql, params (string Name, object? Value)[] parameters)
    {
        _sql.Append(" AND ").Append(sql);
        _parameters.AddRange(parameters);
        return this;
    }

    /// <summary>Adds a condition on a value unless it is null; the condition names the value <c>@?</c>.</summary>
    public Conditions If(object? value, string sql)
    {
        if (value is null)
            return this;
        var name = $"@c{_parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        return Add(sql.Replace("@?", name, StringComparison.Ordinal), (name, value));
    }

    /// <summary>Adds that a column has one of some values; none at all = no row. Null asks nothing.</summary>
    public Conditions In<T>(string column, IReadOnlyCollection<T>? values)
    {
        if (values is null)
            return this;
        if (values.Count == 0)
            return Add("1 = 0");
        // Lists are padded to powers of two, so that few statements serve all lengths.
        var padded = values.Cast<object?>().ToList();
        while (!System.Numerics.BitOperations.IsPow2(padded.Count))
            padded.Add(padded[^1]);
        var names = padded.Select((_, i) => $"@c{(_parameters.Count + i).ToString(CultureInfo.InvariantCulture)}").ToList();
        return Add($"{column} IN ({string.Join(", ", names)})", [.. names.Zip(padded)]);
    }
}
