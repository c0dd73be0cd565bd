using System.Text;
using System.Text.Json;
using EventKb.Domain;

namespace EventKb.ReadModels.Audit;

/// <summary>
/// The fields of one stream, and what one event changes in them. A value is JSON; a text is never copied but pointed at, as
/// <c>{"@text": name, "at": position}</c>, so that it can be erased.
/// </summary>
internal sealed class FieldLog
{
    private readonly SortedDictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly List<(string Path, string? Before, string? After)> _changes = [];
    private Recorded? _recorded;

    public FieldLog(string? stored = null)
    {
        if (stored is null)
            return;
        using var json = JsonDocument.Parse(stored);
        foreach (var field in json.RootElement.EnumerateObject())
            _fields[field.Name] = field.Value.GetRawText();
    }

    /// <summary>When the last event of the stream became valid, in microseconds.</summary>
    public long ValidFrom { get; set; } = long.MinValue;

    public IReadOnlyList<(string Path, string? Before, string? After)> Changes => _changes;

    /// <summary>Begins the changes of an event.</summary>
    public FieldLog Begin(Recorded recorded)
    {
        _changes.Clear();
        _recorded = recorded;
        return this;
    }

    /// <summary>A field's value as JSON, or null where it has none.</summary>
    public string? this[string path] => _fields.GetValueOrDefault(path);

    /// <summary>Gives a field a value; null takes it away.</summary>
    public FieldLog Set<T>(string path, T value) =>
        Put(path, value is null ? null : JsonSerializer.Serialize(value, RowJson.Options));

    /// <summary>Gives a field a value, or takes it away where the list is empty.</summary>
    public FieldLog SetAll<T>(string path, IReadOnlyCollection<T> values) =>
        Put(path, values.Count == 0 ? null : JsonSerializer.Serialize(values, RowJson.Options));

    /// <summary>Gives a field a text of this event.</summary>
    public FieldLog SetText(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Put(name, Pointer(name));
        return this;
    }

    /// <summary>Gives a field a text of this event that goes by another name.</summary>
    public FieldLog PointAt(string path, string name) => Put(path, Pointer(name));

    /// <summary>Takes a field away.</summary>
    public FieldLog Remove(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
            Put(path, null);
        return this;
    }

    /// <summary>Notes what is said once and stays no field: a comment, a repetition.</summary>
    public FieldLog Say(string path, string? json)
    {
        if (json is not null)
            _changes.Add((path, null, json));
        return this;
    }

    /// <summary>Notes a text of this event that stays no field.</summary>
    public FieldLog SayText(string path, string name) => Say(path, Pointer(name));

    /// <summary>Puts a field's value as JSON.</summary>
    public FieldLog Put(string path, string? json)
    {
        var before = this[path];
        if (before == json)
            return this;
        _changes.Add((path, before, json));
        if (json is null)
            _fields.Remove(path);
        else
            _fields[path] = json;
        return this;
    }

    /// <summary>All fields as one JSON object.</summary>
    public string Stored() => Write(json =>
    {
        json.WriteStartObject();
        foreach (var (path, value) in _fields)
        {
            json.WritePropertyName(path);
            json.WriteRawValue(value, skipInputValidation: true);
        }

        json.WriteEndObject();
    });

    /// <summary>The event's changes as a JSON array of [path, before, after].</summary>
    public string StoredChanges() => Write(json =>
    {
        json.WriteStartArray();
        foreach (var (path, before, after) in _changes)
        {
            json.WriteStartArray();
            json.WriteStringValue(path);
            json.WriteRawValue(before ?? "null", skipInputValidation: true);
            json.WriteRawValue(after ?? "null", skipInputValidation: true);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    });

    // Whether an event has texts is known for ever; which, no longer once they are erased.
    private string? Pointer(string name) =>
        _recorded!.Content is ContentSeal.None ? null : $$"""{"@text":"{{name}}","at":{{_recorded.Position}}}""";

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        var options = new JsonWriterOptions { Encoder = RowJson.Options.Encoder, SkipValidation = true };
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
