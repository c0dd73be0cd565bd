using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// How JSON is stored: camelCase, kebab-case enums, nulls left out, UTC microseconds, Latvian letters as they are.
/// </summary>
public static class StoredJson
{
    /// <summary>The options; frozen with the first stored event.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 32,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDerived } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new TimeConverter());
        options.Converters.Add(new TextConverter<PersonId>(text => new PersonId(text), id => id.Value));
        options.Converters.Add(new TextConverter<InstitutionCode>(text => new InstitutionCode(text), code => code.Value));
        options.Converters.Add(new TextConverter<CommandId>(text => new CommandId(text), id => id.Value));
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Where the rules came from is derived; content says for itself whether it is empty.</summary>
    private static void LeaveOutDerived(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p =>
            (type.Type == typeof(ProcessRules) && p.Name == "source")
                || (type.Type == typeof(Content) && p.Name == "isEmpty")).ToList())
            type.Properties.Remove(property);
    }

    private sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            UnixMicroseconds.Truncate(reader.GetDateTimeOffset());

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }

    private sealed class TextConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is missing."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));
    }
}
