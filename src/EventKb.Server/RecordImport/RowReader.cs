using EventKb.Domain.Catalogue;
using EventKb.Domain.ServiceRecords;
using EventKb.Server.Imports;
using static EventKb.Domain.ServiceRecords.RecordKind;

namespace EventKb.Server.RecordImport;

/// <summary>Reads the rows of a trail as a map words them, each with what it says of other records.</summary>
internal sealed class RowReader
{
    private readonly RecordOrder _order;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<OtherRecord> _mentioned = [];
    private readonly RowText _texts;

    /// <summary>Reads rows of a file; where it lacks a column that the map names, that is bad input.</summary>
    public RowReader(RecordOrder order, IReadOnlyList<string> header, string file)
    {
        _order = order;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, column) in header.Index())
            if (!columns.TryAdd(column, place))
                throw CannotGoOn.BadInput($"{file} has the column '{column}' twice.");
        if (order.Map.Named.Where(column => !columns.ContainsKey(column)).ToList() is [_, ..] lacking)
            throw CannotGoOn.BadInput($"{file} lacks columns that the map names: {string.Join(", ", lacking)}.");
        foreach (var (key, column) in order.Map.Columns)
            _columns[key] = columns[column];
        _texts = new RowText(order.Map, header);
    }

    /// <summary>Records met so far.</summary>
    public int Records => _rows.Count;

    /// <summary>Personal codes and telephone numbers that were masked.</summary>
    public long Masked => _texts.Masked;

    /// <summary>What a row says, in the order in which it is to be recorded; a row that cannot be taken throws <see cref="UnreadableRow"/>.</summary>
    public IEnumerable<RecordRow> Read(CsvRow csv)
    {
        // A row that is not taken counts among those of its record, so that mending it moves no other.
        var number = csv.Fields.Count > _columns[MapKeys.Number] ? ValuesOf(csv)[MapKeys.Number] : null;
        var place = number is null ? 0 : _rows[number] = _rows.GetValueOrDefault(number) + 1;
        if (csv.Damage is { } damage)
            throw new UnreadableRow(damage);
        if (number is null)
            throw new UnreadableRow($"'{MapKeys.Number}' is missing.");
        var taken = _texts.Of(csv);
        var values = ValuesOf(taken);
        var at = values.Time(MapKeys.UpdatedAt) ?? throw new UnreadableRow($"'{MapKeys.UpdatedAt}' is missing.");
        var row = new RecordRow(RecordChange.Mirrored, _order.Kind, number, place, csv.Line, at)
        {
            By = values[MapKeys.UpdatedBy],
            Facts = Facts(values, at),
            Assignee = values[MapKeys.Assignee],
            Text = RowText.Read(taken, values),
        };
        var said = row with { Facts = null, Assignee = null, Text = null };
        var mentions = Others(values).Where(_mentioned.Add)
            .Select(other => said with { Change = RecordChange.Mentioned, Other = other });
        return [.. mentions, row];
    }

    private RowValues ValuesOf(CsvRow row) => new(_order.Map, _columns, _order.TimeZone, row.Fields);

    private RecordFacts Facts(RowValues values, DateTimeOffset at)
    {
        var phase = values.OneOf("state", _order.Map.Phases) ?? RecordPhase.Open;
        // The export fills the times of the end into the rows before it.
        DateTimeOffset? Past(string key, bool isReached) => isReached && values.Time(key) is { } time && time <= at ? time : null;
        return new RecordFacts
        {
            State = values["state"],
            Phase = phase,
            Deviation = values.OneOf("deviation", _order.Map.Deviations),
            Service = Entry(EntryKind.Service, values["service"]),
            Resource = Entry(EntryKind.Resource, values["resource"]),
            Impact = values.Rank("impact"),
            Urgency = values.Rank("urgency"),
            Priority = values.Rank("priority"),
            Major = values.IsSo("major"),
            OpenedAt = values.Time("openedAt"),
            DetectedAt = values.Time("detectedAt"),
            RestoredAt = Past("restoredAt", true),
            ResolvedAt = Past("resolvedAt", phase is RecordPhase.Resolved or RecordPhase.Closed),
            ClosedAt = Past("closedAt", phase is RecordPhase.Closed or RecordPhase.Cancelled),
            ServiceLevelTarget = values["serviceLevelTarget"],
            ServiceLevelKept = values.IsSo("serviceLevelKept"),
            SupportLevel = values.OneOf("supportLevel", _order.Map.SupportLevels),
            SupportChannel = values.OneOf("supportChannel", _order.Map.SupportChannels),
            Group = values["group"],
            Problem = Record(Problem, values["problem"]),
            CausedByChange = Record(ChangeRequest, values["causedByChange"]),
            ResolvedByChange = Record(ChangeRequest, values["resolvedByChange"]),
            Parent = Record(_order.Kind, values["parent"]),
            DuplicateOf = Record(_order.Kind, values["duplicateOf"]),
        };
    }

    private IEnumerable<OtherRecord> Others(RowValues values)
    {
        (RecordKind Kind, string Key)[] named = [(Problem, "problem"), (ChangeRequest, "causedByChange"), (ChangeRequest, "resolvedByChange"),
            (_order.Kind, "parent"), (_order.Kind, "duplicateOf")];
        return [.. named.Where(other => values[other.Key] is not null).Select(other => new OtherRecord(other.Kind, values[other.Key]!))];
    }

    private string? Record(RecordKind kind, string? number) =>
        number is null ? null : ServiceRecord.StreamOf(_order.Institution, _order.System, kind, number).Text;

    private string? Entry(EntryKind kind, string? code) => code is null ? null : CatalogueEntry.StreamOf(_order.Institution, kind, code).Text;
}
