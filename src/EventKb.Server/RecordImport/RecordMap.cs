using System.Globalization;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using YamlDotNet.Core;

namespace EventKb.Server.RecordImport;

/// <summary>How a request management system's export words what is known of records: which column says what, and in which words.</summary>
internal sealed class RecordMap
{
    private const int MostBytes = 1024 * 1024;
    private const string Shipped = "RecordImport/Maps/";
    private readonly Dictionary<string, MapEntry> _entries;

    private RecordMap(Dictionary<string, MapEntry> entries)
    {
        _entries = entries;
        if (entries.Keys.Except(MapKeys.All).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new UnreadableMap($"It has '{unknown}', which no map says; there are: {string.Join(", ", MapKeys.All)}.");
        foreach (var (key, entry) in entries)
            if (!(MapKeys.Lists.Contains(key) ? entry.List is not null : MapKeys.Tables.Contains(key) ? entry.Table is not null
                : !string.IsNullOrWhiteSpace(entry.Word)))
                throw new UnreadableMap(MapKeys.Lists.Contains(key) ? $"'{key}' must be a list of words."
                    : MapKeys.Tables.Contains(key) ? (Wording)$"'{key}' must be a table of words." : $"'{key}' must be a word.");
        if (MapKeys.Needed.FirstOrDefault(key => !entries.ContainsKey(key)) is { } needed)
            throw new UnreadableMap($"It lacks '{needed}'.");
        Phases = TableOf<RecordPhase>(MapKeys.Phases);
        Deviations = TableOf<Deviation>(MapKeys.Deviations);
        SupportChannels = TableOf<SupportChannel>(MapKeys.SupportChannels);
        SupportLevels = Table(MapKeys.SupportLevels).ToDictionary(word => word.Key, word => Level(word.Key, word.Value), StringComparer.Ordinal);
        Missing = (_entries.GetValueOrDefault(MapKeys.Missing)?.List ?? []).ToHashSet(StringComparer.Ordinal);
        DateFormat = entries[MapKeys.DateFormat].Word!;
        if (!IsWhole(DateFormat))
            throw new UnreadableMap($"'{DateFormat}' does not write a time; an example is dd.MM.yyyy HH:mm.");
        Delimiter = Word(MapKeys.Delimiter) ?? ",";
        if (Delimiter.Length > 1 || Delimiter is "\"" or "\n")
            throw new UnreadableMap($"'{MapKeys.Delimiter}' must be one character, and not a quotation mark.");
        var zone = Word(MapKeys.TimeZone) ?? Instants.Riga.Id;
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : throw new UnreadableMap(NoZone(zone));
    }

    /// <summary>Columns by what they say.</summary>
    public IEnumerable<(string Key, string Column)> Columns =>
        MapKeys.Columns.Where(_entries.ContainsKey).Select(key => (key, _entries[key].Word!));

    /// <summary>Columns that stay in the row as they are.</summary>
    public IEnumerable<string> Kept => _entries.GetValueOrDefault(MapKeys.Keep)?.List ?? [];

    /// <summary>Columns that stay in the row, codes and numbers of persons masked.</summary>
    public IEnumerable<string> Masked => [.. _entries.GetValueOrDefault(MapKeys.Mask)?.List ?? [],
        .. Columns.Where(said => MapKeys.Texts.Contains(said.Key)).Select(said => said.Column)];

    /// <summary>Every column that it names.</summary>
    public IEnumerable<string> Named => Columns.Select(said => said.Column).Concat(Kept).Concat(Masked).Distinct();

    /// <summary>Words that mean that nothing is said.</summary>
    public IReadOnlySet<string> Missing { get; }

    /// <summary>Phases by words for states; any other is open.</summary>
    public IReadOnlyDictionary<string, RecordPhase> Phases { get; }

    /// <summary>Deviations by their words.</summary>
    public IReadOnlyDictionary<string, Deviation> Deviations { get; }

    /// <summary>Support channels by their words.</summary>
    public IReadOnlyDictionary<string, SupportChannel> SupportChannels { get; }

    /// <summary>Support levels by their words.</summary>
    public IReadOnlyDictionary<string, int> SupportLevels { get; }

    /// <summary>How times are written, as .NET has it.</summary>
    public string DateFormat { get; }

    /// <summary>What stands between two fields.</summary>
    public string Delimiter { get; }

    /// <summary>Where the clock of the system stands.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Reads a map that ships with the program, by its name, or a file; what is wrong in it is bad input.</summary>
    public static async Task<RecordMap> Read(string named, CancellationToken cancellation)
    {
        try
        {
            return new RecordMap(MapYaml.Read(await TextOf(named, cancellation)));
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

    /// <summary>Where the clock stands, by a name that stands in place of the map's.</summary>
    public TimeZoneInfo ZoneOr(string? named) => named is null ? TimeZone
        : TimeZoneInfo.TryFindSystemTimeZoneById(named, out var zone) ? zone : throw CannotGoOn.BadInput(NoZone(named));

    private static Wording NoZone(string name) => $"There is no time zone '{name}'; an example is Europe/Riga.";

    private static async Task<string> TextOf(string named, CancellationToken cancellation)
    {
        var shipped = typeof(RecordMap).Assembly.GetManifestResourceStream($"{Shipped}{named}.yml");
        if (shipped is null && !File.Exists(named))
            throw CannotGoOn.BadInput($"There is no map {named}.");
        await using var stream = shipped ?? File.OpenRead(named);
        if (stream.Length > MostBytes)
            throw CannotGoOn.BadInput($"The map {named} has more than {MostBytes} bytes.");
        using var text = new StreamReader(stream);
        return await text.ReadToEndAsync(cancellation);
    }

    private string? Word(string key) => _entries.GetValueOrDefault(key)?.Word;

    private IReadOnlyDictionary<string, string> Table(string key) => _entries.GetValueOrDefault(key)?.Table ?? new Dictionary<string, string>();

    private Dictionary<string, T> TableOf<T>(string key) where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
        foreach (var (word, value) in Table(key))
            if (!known.ContainsKey(value))
                throw new UnreadableMap($"'{key}' has '{word}': '{value}'; there are: {string.Join(", ", known.Keys)}.");
        return Table(key).ToDictionary(word => word.Key, word => known[word.Value], StringComparer.Ordinal);
    }

    private static int Level(string word, string value) => value is [>= '0' and <= '9'] ? value[0] - '0'
        : throw new UnreadableMap($"'{MapKeys.SupportLevels}' has '{word}': '{value}'; a support level is a number from 0 to 9.");

    private static bool IsWhole(string format)
    {
        var time = new DateTime(2027, 11, 23, 17, 41, 0, DateTimeKind.Utc);
        try
        {
            return DateTime.TryParseExact(time.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal, out var read) && read == time;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
