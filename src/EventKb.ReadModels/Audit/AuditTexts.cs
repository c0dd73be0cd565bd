using System.Text.Json;
using EventKb.Domain;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Audit;

/// <summary>Puts the texts that are still kept in the place of the pointers to them.</summary>
internal static class AuditTexts
{
    private static readonly string[] Short = ["title", "summary", "comment", "fileName", "fileSha256", "steward", "email", "body"];

    public static async Task<IReadOnlyList<AuditEntryRow>> Resolve(ReadSession session,
        IReadOnlyList<(AuditEntryRow Entry, string Changes)> entries)
    {
        var read = entries.Select(e => (e.Entry, Changes: Read(e.Changes))).ToList();
        var values = read.SelectMany(e => e.Changes).SelectMany(c => new[] { c.Before, c.After }).ToList();
        var texts = await Load(session, values);
        return [.. read.Select(e => e.Entry with { Changes = [.. e.Changes.SelectMany(c => Shown(c, texts))] })];
    }

    // A text that was written again unchanged is not a change; erased texts can no longer be compared.
    private static IEnumerable<AuditChange> Shown((string Path, Value Before, Value After) change,
        Dictionary<(string, long), string?> texts)
    {
        var (before, after) = (Show(change.Before, texts), Show(change.After, texts));
        if (!before.Erased && !after.Erased && before.Text == after.Text)
            yield break;
        yield return new AuditChange(change.Path, before.Text, after.Text);
    }

    private static (string? Text, bool Erased) Show(Value value, Dictionary<(string, long), string?> texts) =>
        value.Name is not { } name ? (value.Json, false)
        : texts.TryGetValue((name, value.At), out var text) ? (text, false)
        : (null, true);

    private static async Task<Dictionary<(string, long), string?>> Load(ReadSession session, List<Value> values)
    {
        var texts = new Dictionary<(string, long), string?>();
        var where = new Conditions().In("position", At(values, name => name != "sections"));
        foreach (var row in await session.List(
            $"SELECT position, title, summary, comment, file_name, file_sha256, steward, email, body_sha256 FROM texts WHERE {where.Sql}",
            row => (Position: row.GetInt64(0), Texts: Enumerable.Range(1, Short.Length).Select(row.TextOrNull).ToArray()), where.Parameters))
            for (var i = 0; i < Short.Length; i++)
                texts[(Short[i], row.Position)] = Short[i] == "body" && row.Texts[i] is { } hash
                    ? "sha256:" + hash : row.Texts[i];
        where = new Conditions().In("position", At(values, name => name == "sections"));
        foreach (var (position, sections) in await session.List(
            $"SELECT position, sections FROM texts WHERE {where.Sql}",
            row => (row.GetInt64(0), Digests(row.TextOrNull(1))), where.Parameters))
            texts[("sections", position)] = sections;
        return texts;
    }

    private static List<long> At(List<Value> values, Func<string, bool> named) =>
        [.. values.Where(value => value.Name is { } name && named(name)).Select(value => value.At).Distinct()];

    private static string? Digests(string? sections) =>
        RowJson.Read<SortedDictionary<string, string>>(sections) is { Count: > 0 } all
        ? RowJson.Write(all.ToDictionary(section => section.Key, section => "sha256:" + Content.Sha256(section.Value)))
        : null;

    private static List<(string Path, Value Before, Value After)> Read(string changes)
    {
        using var json = JsonDocument.Parse(changes);
        return [.. json.RootElement.EnumerateArray().Select(c => (c[0].GetString()!, Value.Of(c[1]), Value.Of(c[2])))];
    }

    private readonly record struct Value(string? Json, string? Name, long At)
    {
        public static Value Of(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.Null => default,
            JsonValueKind.String => new(json.GetString(), null, 0),
            JsonValueKind.True or JsonValueKind.False => new(json.GetBoolean() ? "true" : "false", null, 0),
            JsonValueKind.Number => new(json.GetRawText(), null, 0),
            JsonValueKind.Object when json.TryGetProperty("@text", out var name) =>
                new(null, name.GetString(), json.GetProperty("at").GetInt64()),
            _ => new(json.GetRawText(), null, 0),
        };
    }
}
