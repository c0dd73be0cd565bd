using System.Globalization;
using EventKb.Domain;
using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EventKb.Server.GitImport;

/// <summary>
/// What the head of a Markdown file says about it: YAML between <c>---</c> lines or TOML between <c>+++</c> lines.
/// </summary>
/// <remarks>A head that cannot be read counts as none; the body keeps it byte for byte either way.</remarks>
internal sealed class FrontMatter
{
    private const int MostCharacters = 16 * 1024;

    private static readonly (string Fence, Func<string, Dictionary<string, string>> Read)[] Heads =
        [("---", ReadYaml), ("+++", ReadToml)];

    private readonly Dictionary<string, string> _values;

    private FrontMatter(Dictionary<string, string> values, int length) => (_values, Length) = (values, length);

    /// <summary>Characters that the head takes up, so that headings are looked for after it; 0 = none.</summary>
    public int Length { get; }

    /// <summary>Reads the head of a text.</summary>
    public static FrontMatter Of(string text)
    {
        var start = text is ['\uFEFF', ..] ? 1 : 0;
        foreach (var (fence, read) in Heads)
            if (Between(text, start, fence) is var (from, until, end))
                return new FrontMatter(Attempt(read, text[from..until]), end);
        return new FrontMatter([], 0);
    }

    /// <summary>The value of a key, or where none is given of the first of some usual names that has one.</summary>
    public string? Value(string? key, params ReadOnlySpan<string> names)
    {
        foreach (var name in key is null ? names : [Name(key)])
            if (_values.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        return null;
    }

    /// <summary>Such a value, where that is a day on which anything may be dated; what is written after an ISO day is left out.</summary>
    public DateOnly? Day(string? key, string? format, params ReadOnlySpan<string> names) =>
        Value(key, names) is { } value
        && DateOnly.TryParseExact(format is null && value.Length > 10 ? value[..10] : value, format ?? "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day)
        && day >= Limits.FirstDay && day <= Limits.LastDay
            ? day
            : null;

    private static (int From, int Until, int End)? Between(string text, int start, string fence)
    {
        var first = LineEnd(text, start);
        if (first < 0 || text[start..first].TrimEnd() != fence)
            return null;
        for (var line = first + 1; line <= text.Length && line - first <= MostCharacters;)
        {
            var end = LineEnd(text, line) is var found and >= 0 ? found : text.Length;
            if (text[line..end].TrimEnd() == fence)
                return (first + 1, line, Math.Min(end + 1, text.Length));
            line = end + 1;
        }

        return null;
    }

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from);

    private static Dictionary<string, string> Attempt(Func<string, Dictionary<string, string>> read, string head)
    {
        try
        {
            return read(head);
        }
        catch (Exception malformed)
            when (malformed is YamlException or TomlException or FormatException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>
    /// Walks the parser's events, which needs no recursion however deep the head is nested; only plain values count.
    /// </summary>
    private static Dictionary<string, string> ReadYaml(string head)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var parser = new Parser(new StringReader(head));
        var depth = 0;
        string? key = null;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart or MappingEnd or SequenceEnd
                ? parser.Current.NestingIncrease
                : 0;
            if (parser.Current is Scalar scalar && depth == 1 && key is null)
                key = Name(scalar.Value);
            else if (depth == 1 && key is not null)
            {
                if (parser.Current is Scalar { IsKey: false } value)
                    values.TryAdd(key, value.Value);
                key = null;
            }
        }

        return values;
    }

    private static Dictionary<string, string> ReadToml(string head)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in TomlSerializer.Deserialize<TomlTable>(head) ?? [])
            if (Plain(value) is { } text)
                values.TryAdd(Name(key), text);
        return values;
    }

    private static string? Plain(object? value) => value switch
    {
        string text => text,
        TomlDateTime time => time.DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Spellings of one name are one name: <c>review_date</c>, <c>review-date</c>, <c>reviewDate</c>.</summary>
    private static string Name(string key) =>
        key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)
        .ToLowerInvariant();
}
