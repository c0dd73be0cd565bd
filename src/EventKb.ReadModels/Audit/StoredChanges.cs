using System.Buffers;
using System.Text;
using System.Text.Json;
using EventKb.Domain;

namespace EventKb.ReadModels.Audit;

/// <summary>
/// An event's changes as a JSON array of [path, before, after]. A text stands there as <c>{"@text": name, "at": position}</c>.
/// </summary>
internal static class StoredChanges
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = RowJson.Options.Encoder, SkipValidation = true };

    /// <summary>The changes in which a value as it is shown differs.</summary>
    public static string Of(IEnumerable<FieldChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartArray();
            foreach (var (path, before, after) in changes.Select(change => (change.Path, Shown(change.Before), Shown(change.After))))
                if (before != after)
                    Write(json, path, before, after);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string path, string? before, string? after)
    {
        json.WriteStartArray();
        json.WriteStringValue(path);
        json.WriteRawValue(before ?? "null", skipInputValidation: true);
        json.WriteRawValue(after ?? "null", skipInputValidation: true);
        json.WriteEndArray();
    }

    /// <summary>A field's value as JSON; null for none.</summary>
    internal static string? Shown(object? value) => value switch
    {
        null => null,
        TextAt text => $$"""{"@text":"{{text.Name}}","at":{{text.Position}}}""",
        _ => JsonSerializer.Serialize(value, value.GetType(), RowJson.Options),
    };
}
