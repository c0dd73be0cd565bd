using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EventKb.ReadModels;

namespace EventKb.Server.Imports;

/// <summary>How rows and acknowledgements travel: one JSON object a line.</summary>
internal static class ImportJson
{
    /// <summary>Media type of the lines; a browser may not send it across origins without asking.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <summary>
    /// Most characters of a line: a body of the largest size with every character escaped, and the rest of the row.
    /// </summary>
    public const int LongestLine = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new WrittenTimes() },
    };

    /// <summary>Writes one line, without its end.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads one line; malformed JSON throws <see cref="JsonException"/>.</summary>
    public static T Read<T>(string line) =>
        JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("The line is null.");
}
