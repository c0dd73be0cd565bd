using System.Text.Json;

namespace EventKb.ReadModels;

/// <summary>Columns that are null in most rows, read as one: a JSON array of their values, or null where none has any.</summary>
internal readonly struct PackedColumns(string packed)
{
    private readonly JsonElement _values = JsonElement.Parse(packed);

    /// <summary>SQL of the one column for columns of a table.</summary>
    public static string Of(string table, IReadOnlyList<string> columns) =>
        Of([.. columns.Select(column => $"{table}.{column}")]);

    /// <summary>SQL of the one column for columns of any tables.</summary>
    public static string Of(params IReadOnlyList<string> columns) =>
        $"CASE WHEN coalesce({string.Join(", ", columns)}) IS NOT NULL THEN json_array({string.Join(", ", columns)}) END";

    public string? Text(int column) => _values[column].GetString();

    public long? Long(int column) => _values[column] is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

}
