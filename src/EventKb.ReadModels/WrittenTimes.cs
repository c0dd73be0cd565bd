using System.Text.Json;
using System.Text.Json.Serialization;
using EventKb.Domain;

namespace EventKb.ReadModels;

/// <summary>Times in JSON have the form that they have in every answer.</summary>
public sealed class WrittenTimes : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instants.Written(value));
}
