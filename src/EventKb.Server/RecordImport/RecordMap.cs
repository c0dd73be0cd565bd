using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RecordImport;

/// <summary>How a request management system's export words what is known of records: which column says what, and in which words.</summary>
internal sealed class RecordMap
{
    private readonly HashSet<string> _missing;
    private readonly string _dateFormat;
    private readonly TimeZoneInfo _timeZone;

    private RecordMap(MapFile file)
    {
        Columns = [.. MapKeys.Columns.Where(key => file.Word(key) is not null).Select(key => (key, file.Word(key)!))];
        Kept = file.List(MapKeys.Keep);
        Masked = [.. file.List(MapKeys.Mask), .. Columns.Where(said => MapKeys.Texts.Contains(said.Key)).Select(said => said.Column)];
        _missing = file.List(MapKeys.Missing).ToHashSet(StringComparer.Ordinal);
        Kinds = file.TableOf<RecordKind>(MapKeys.Kinds);
        if (Kinds.Count == 0)
            Kind = file.OneOf<RecordKind>(MapKeys.Kind);
        else
            Columns = [.. Columns, (MapKeys.Kind, file.Word(MapKeys.Kind) ?? throw new UnreadableMap($"It lacks '{MapKeys.Kind}'."))];
        Phases = file.TableOf<RecordPhase>(MapKeys.Phases);
        Deviations = file.TableOf<Deviation>(MapKeys.Deviations);
        SupportChannels = file.TableOf<SupportChannel>(MapKeys.SupportChannels);
        SupportLevels = file.Table(MapKeys.SupportLevels).ToDictionary(word => word.Key, word => Level(word.Key, word.Value), StringComparer.Ordinal);
        _dateFormat = file.Word(MapKeys.DateFormat)!;
        if (!DateForms.IsTime(_dateFormat))
            throw new UnreadableMap($"'{_dateFormat}' does not write a time; an example is dd.MM.yyyy HH:mm.");
        Delimiter = file.Delimiter(MapKeys.Delimiter);
        var zone = file.Word(MapKeys.TimeZone) ?? Instants.Riga.Id;
        _timeZone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : throw new UnreadableMap(NoZone(zone));
    }

    /// <summary>Columns by what they say.</summary>
    public IReadOnlyList<(string Key, string Column)> Columns { get; }

    /// <summary>Columns that stay in the row as they are.</summary>
    public IReadOnlyList<string> Kept { get; }

    /// <summary>Columns that stay in the row, codes and numbers of persons masked.</summary>
    public IReadOnlyList<string> Masked { get; }

    /// <summary>Every column that it names.</summary>
    public IEnumerable<string> Named => Columns.Select(said => said.Column).Concat(Kept).Concat(Masked).Distinct();

    /// <summary>Kind of every record; null where a column says it, or the map does not.</summary>
    public RecordKind? Kind { get; }

    /// <summary>Kinds by their words; none where the map has one kind for all.</summary>
    public IReadOnlyDictionary<string, RecordKind> Kinds { get; }

    /// <summary>True where the records are not all of a kind, by the map.</summary>
    public bool SaysAnotherKindThan(RecordKind kind) => Kinds.Count > 0 || (Kind is not null && Kind != kind);

    /// <summary>Phases by words for states; any other is open.</summary>
    public IReadOnlyDictionary<string, RecordPhase> Phases { get; }

    /// <summary>Deviations by their words.</summary>
    public IReadOnlyDictionary<string, Deviation> Deviations { get; }

    /// <summary>Support channels by their words.</summary>
    public IReadOnlyDictionary<string, SupportChannel> SupportChannels { get; }

    /// <summary>Support levels by their words.</summary>
    public IReadOnlyDictionary<string, int> SupportLevels { get; }

    /// <summary>What stands between two fields.</summary>
    public string Delimiter { get; }

    /// <summary>Reads a map that ships with the program, by its name, or a file; what is wrong in it is bad input.</summary>
    public static Task<RecordMap> Read(string named, CancellationToken cancellation) =>
        MapFile.Read(named, MapKeys.All, file => new RecordMap(file), cancellation);

    /// <summary>How the file writes what it says, with the clock in another time zone where one is named.</summary>
    public WrittenForm Written(string? timeZone = null) => new(_missing, _dateFormat, timeZone is null ? _timeZone
        : TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : throw CannotGoOn.BadInput(NoZone(timeZone)));

    private static Wording NoZone(string name) => $"There is no time zone '{name}'; an example is Europe/Riga.";

    private static int Level(string word, string value) => value is [>= '0' and <= '9'] ? value[0] - '0'
        : throw new UnreadableMap($"'{MapKeys.SupportLevels}' has '{word}': '{value}'; a support level is a number from 0 to 9.");
}
