using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EventKb.Domain;
using EventKb.ReadModels;
using EventKb.Server.GraphQL.Http;

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

    private const int CharactersInBatch = 1024 * 1024;

    private static readonly JsonSerializerOptions English = Options(Language.English);
    private static readonly JsonSerializerOptions Latvian = Options(Language.Latvian);

    /// <summary>Writes one line, without its end; messages in it are in the language.</summary>
    public static string Write<T>(T value, Language language = Language.English) =>
        JsonSerializer.Serialize(value, language == Language.Latvian ? Latvian : English);

    /// <summary>Reads one line; malformed JSON throws <see cref="JsonException"/>.</summary>
    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, English) ?? throw new JsonException("The line is null.");

    /// <summary>Lines of rows, so many at a time and not much more than a mebibyte.</summary>
    public static async IAsyncEnumerable<string> Batches<T>(
        IAsyncEnumerable<T> rows, int most, Language language, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (batch, count) = (new StringBuilder(), 0);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            batch.Append(Write(row, language)).Append('\n');
            if (++count < most && batch.Length < CharactersInBatch)
                continue;
            yield return batch.ToString();
            batch.Clear();
            count = 0;
        }

        if (count > 0)
            yield return batch.ToString();
    }

    private static JsonSerializerOptions Options(Language language) => new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new WrittenTimes(),
            new SaidIn(language) },
    };

    /// <summary>A message as one text; one that was read stays in the language in which it was written.</summary>
    private sealed class SaidIn(Language language) : JsonConverter<Wording>
    {
        public override Wording Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var said = new Wording(0, 0);
            said.AppendLiteral(reader.GetString()!);
            return said;
        }

        public override void Write(Utf8JsonWriter writer, Wording value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Messages.Of(value, language));
    }
}
