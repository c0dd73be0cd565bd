using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace EventKb.Server.GraphQL.Http;

/// <summary>Writes answers as JSON that leaves Latvian letters as they are.</summary>
internal sealed class ResponseWriter
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ResponseWriter(IErrorInfoProvider errors)
    {
        _json.Converters.Add(new ExecutionResultJsonConverter());
        _json.Converters.Add(new ExecutionErrorJsonConverter(errors));
    }

    public void Write(IBufferWriter<byte> target, ExecutionResult result)
    {
        using var writer = new Utf8JsonWriter(target, Writing);
        JsonSerializer.Serialize(writer, result, _json);
    }

    public static void WriteError(IBufferWriter<byte> target, string code, string message)
    {
        using var writer = new Utf8JsonWriter(target, Writing);
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("message", message);
        writer.WriteStartObject("extensions");
        writer.WriteString("code", code);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
