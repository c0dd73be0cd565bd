using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EventKb.ReadModels;

/// <summary>JSON inside rows: written like the ledger's (camelCase, kebab-case enums, Latvian letters as they are), times as in answers.</summary>
public static class RowJson
{
    /// <summary>The options all JSON columns are written and read with.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new WrittenTimes() },
    };

    /// <summary>Writes a value, or null for null.</summary>
    public static string? Write<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value, or the default where there is none.</summary>
    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>Name of an enum's value as it is stored and shown in JSON.</summary>
    public static string Name<T>(T value) where T : struct, Enum => Names<T>.Of[value];

    /// <summary>The same, or null for null.</summary>
    public static string? Name<T>(T? value) where T : struct, Enum => value is { } given ? Name(given) : null;

    /// <summary>Value of a stored enum name.</summary>
    public static T Value<T>(string name) where T : struct, Enum => Names<T>.From[name];

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>()
            .ToDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

        public static readonly Dictionary<string, T> From = Of.ToDictionary(n => n.Value, n => n.Key);
    }
}
