using System.Text.Json;
using YamlDotNet.Core;

namespace EventKb.Server.MappedFiles;

/// <summary>A map as it was written: keys of one set, each with what it may have.</summary>
internal sealed class MapFile
{
    private const int MostBytes = 1024 * 1024;
    private const string Shipped = "MappedFiles/Maps/";
    private readonly Dictionary<string, MapEntry> _entries;

    private MapFile(Dictionary<string, MapEntry> entries, MapKeySet keys)
    {
        _entries = entries;
        if (entries.Keys.Except(keys.All).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new UnreadableMap($"It has '{unknown}', which no map says; there are: {string.Join(", ", keys.All)}.");
        foreach (var (key, entry) in entries)
            if (keys.Lists.Contains(key) && entry.List is null)
                throw new UnreadableMap($"'{key}' must be a list of words.");
            else if (keys.Tables.Contains(key) && entry.Table is null)
                throw new UnreadableMap($"'{key}' must be a table of words.");
            else if (!keys.Lists.Contains(key) && !keys.Tables.Contains(key) && string.IsNullOrWhiteSpace(entry.Word))
                throw new UnreadableMap($"'{key}' must be a word.");
        if (keys.Needed.FirstOrDefault(key => !entries.ContainsKey(key)) is { } needed)
            throw new UnreadableMap($"It lacks '{needed}'.");
    }

    /// <summary>Reads a map that ships with the program, by its name, or a file; what is wrong in it is bad input.</summary>
    public static async Task<T> Read<T>(string named, MapKeySet keys, Func<MapFile, T> make, CancellationToken cancellation)
    {
        try
        {
            return make(new MapFile(MapYaml.Read(await TextOf(named, cancellation)), keys));
        }
        catch (UnreadableMap wrong)
        {
            throw CannotGoOn.BadInput($"The map {named}: {wrong.Wording}");
        }
        catch (YamlException malformed)
        {
            throw CannotGoOn.BadInput($"The map {named} is no YAML that can be read: {malformed.Message}");
        }
    }

    /// <summary>The word under a key.</summary>
    public string? Word(string key) => _entries.GetValueOrDefault(key)?.Word;

    /// <summary>The words under a key.</summary>
    public IReadOnlyList<string> List(string key) => _entries.GetValueOrDefault(key)?.List ?? [];

    /// <summary>The table under a key.</summary>
    public IReadOnlyDictionary<string, string> Table(string key) => _entries.GetValueOrDefault(key)?.Table ?? new Dictionary<string, string>();

    /// <summary>The table under a key, whose values are words that are known here.</summary>
    public Dictionary<string, T> TableOf<T>(string key) where T : struct, Enum =>
        Table(key).ToDictionary(word => word.Key, word => Known<T>(key, $"{word.Key}: {word.Value}", word.Value), StringComparer.Ordinal);

    /// <summary>What stands between two fields of CSV under a key, a comma where the map does not say.</summary>
    public string Delimiter(string key) => (Word(key) ?? ",") is { Length: 1 } one and not ("\"" or "\n") ? one
        : throw new UnreadableMap($"'{key}' must be one character, and not a quotation mark.");

    /// <summary>The word under a key that is known here.</summary>
    public T? OneOf<T>(string key) where T : struct, Enum => Word(key) is { } word ? Known<T>(key, word, word) : null;

    private static T Known<T>(string key, string written, string word) where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
        return known.TryGetValue(word, out var value) ? value
            : throw new UnreadableMap($"'{key}' has '{written}'; there are: {string.Join(", ", known.Keys)}.");
    }

    private static async Task<string> TextOf(string named, CancellationToken cancellation)
    {
        var shipped = typeof(MapFile).Assembly.GetManifestResourceStream($"{Shipped}{named}.yml");
        if (shipped is null && !File.Exists(named))
            throw CannotGoOn.BadInput($"There is no map {named}.");
        await using var stream = shipped ?? File.OpenRead(named);
        if (stream.Length > MostBytes)
            throw CannotGoOn.BadInput($"The map {named} has more than {MostBytes} bytes.");
        using var text = new StreamReader(stream);
        return await text.ReadToEndAsync(cancellation);
    }
}

/// <summary>The keys that a map may have; a key that is neither a list nor a table has a word.</summary>
internal sealed record MapKeySet(IReadOnlyList<string> Words, IReadOnlyList<string> Lists, IReadOnlyList<string> Tables, IReadOnlyList<string> Needed)
{
    /// <summary>Every key.</summary>
    public IEnumerable<string> All => [.. Words, .. Lists, .. Tables];
}
