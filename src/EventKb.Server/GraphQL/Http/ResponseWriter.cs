using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EventKb.Server.GraphQL.Http;

/// <summary>Writes answers as JSON that leaves Latvian letters as they are.</summary>
internal sealed class ResponseWriter
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonSerializerOptions _english = Json(Language.English);
    private readonly JsonSerializerOptions _latvian = Json(Language.Latvian);

    public void Write(IBufferWriter<byte> target, ExecutionResult result, Language language)
    {
        using var writer = new Utf8JsonWriter(target, Writing);
        JsonSerializer.Serialize(writer, result, language == Language.Latvian ? _latvian : _english);
    }

    public static void WriteError(IBufferWriter<byte> target, string code, Wording wording, Language language)
    {
        using var writer = new Utf8JsonWriter(target, Writing);
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("message", Messages.Of(wording, language));
        writer.WriteStartObject("extensions");
        writer.WriteString("code", code);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static JsonSerializerOptions Json(Language language) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ExecutionResultJsonConverter(), new ExecutionErrorJsonConverter(new SafeErrors(language)) },
    };
}
