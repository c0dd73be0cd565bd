using System.Text.Json;
using System.Text.Json.Serialization;
using EventKb.Domain;
using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>
/// How a knowledge base words what its files say of themselves: which front matter key says what, and which authors are groups. A key
/// that is given stands in place of the usual ones.
/// </summary>
internal sealed record ImportMap
{
    private const int MostBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The usual keys and no groups.</summary>
    public static ImportMap None { get; } = new();

    /// <summary>Key of the title.</summary>
    public string? Title { get; init; }

    /// <summary>Key of the kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Key of the language.</summary>
    public string? Language { get; init; }

    /// <summary>Key of the group that keeps the article up.</summary>
    public string? Steward { get; init; }

    /// <summary>Key of who wrote the text, in place of the commit's author: a name, an e-mail or <c>Name &lt;e-mail&gt;</c>.</summary>
    public string? Author { get; init; }

    /// <summary>Key of the day of the next review.</summary>
    public string? ReviewOn { get; init; }

    /// <summary>How days are written, as .NET has it; null = <c>yyyy-MM-dd</c>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Names of groups by their shared mailboxes.</summary>
    public IReadOnlyDictionary<string, string> Groups
    {
        get;
        init => field = new Dictionary<string, string>(value, StringComparer.OrdinalIgnoreCase);
    } = new Dictionary<string, string>();

    /// <summary>Reads a file of JSON; what is wrong in it is bad input.</summary>
    public static async Task<ImportMap> Read(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw CannotGoOn.BadInput($"There is no map {path}.");
        if (new FileInfo(path).Length > MostBytes)
            throw CannotGoOn.BadInput($"The map {path} has more than {MostBytes} bytes.");
        try
        {
            await using var file = File.OpenRead(path);
            var map = await JsonSerializer.DeserializeAsync<ImportMap>(file, Options, cancellation) ?? None;
            return map.Wrong() is { } wrong ? throw CannotGoOn.BadInput($"The map {path}: {wrong}") : map;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            throw CannotGoOn.BadInput($"The map {path} cannot be read: {malformed.Message} "
                + $"It may have title, kind, language, steward, author, reviewOn, dateFormat and groups.");
        }
    }

    private Wording? Wrong()
    {
        foreach (var (mailbox, group) in Groups)
            if (!mailbox.Contains('@', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(group) || group.Length > Limits.Tag)
                return $"'groups' has '{mailbox}': '{group}'; it names groups by e-mail, with at most {Limits.Tag} characters.";
        return DateFormat is null || DateForms.IsDay(DateFormat) ? null : (Wording)$"'{DateFormat}' does not write a day; an example is dd.MM.yyyy.";
    }
}
