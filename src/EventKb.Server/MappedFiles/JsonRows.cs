using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EventKb.Server.MappedFiles;

/// <summary>The objects of an array in JSON; their members are the columns.</summary>
internal sealed class JsonRows : FileRows
{
    private const int MostBytes = 64 * 1024 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions AsTheyAre = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonDocument _document;
    private JsonElement.ArrayEnumerator _rows;
    private long _place;

    private JsonRows(JsonDocument document)
    {
        (_document, _rows) = (document, document.RootElement.EnumerateArray());
        Header = [.. document.RootElement.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object)
            .SelectMany(row => row.EnumerateObject()).Select(member => member.Name).Distinct()];
    }

    /// <summary>Reads a file; what is no array in JSON is bad input.</summary>
    public static JsonRows Open(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw CannotGoOn.BadInput($"{path} has more than {MostBytes} bytes; give it as CSV.");
        try
        {
            using var file = File.OpenRead(path);
            var document = JsonDocument.Parse(file, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Array ? new JsonRows(document)
                : throw CannotGoOn.BadInput($"{path} is no array of objects in JSON.");
        }
        catch (JsonException malformed)
        {
            throw CannotGoOn.BadInput($"{path} is no JSON that can be read: {malformed.Message}");
        }
    }

    /// <inheritdoc/>
    public override FileRow? Next()
    {
        if (!_rows.MoveNext())
            return null;
        var (row, text) = (_rows.Current, _rows.Current.GetRawText());
        return row.ValueKind == JsonValueKind.Object ? new(++_place, text, [.. Header.Select(column => Field(row, column))])
            : new(++_place, text, [], "It is no object.");
    }

    /// <inheritdoc/>
    public override FileRow With(FileRow row, IReadOnlyList<string> fields)
    {
        var written = JsonNode.Parse(row.Text)!.AsObject();
        foreach (var (place, column) in Header.Index())
            if (fields[place].Length == 0)
                written.Remove(column);
            else if (fields[place] != row.Fields[place])
                written[column] = fields[place];
        return row with { Fields = fields, Text = written.ToJsonString(AsTheyAre) };
    }

    /// <inheritdoc/>
    public override void Dispose() => _document.Dispose();

    private static string Field(JsonElement row, string column) => !row.TryGetProperty(column, out var value) ? ""
        : value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };
}
