using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;
using static EventKb.Domain.ServiceRecords.RecordKind;

namespace EventKb.Server.RecordImport;

/// <summary>Reads the rows of a trail as a map words them, each with what it says of other records.</summary>
internal sealed class RowReader
{
    private readonly RecordOrder _order;
    private readonly Dictionary<string, int> _columns;
    private readonly Dictionary<OtherRecord, int> _rows = [];
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);
    private readonly HashSet<OtherRecord> _mentioned = [];
    private readonly RowText _texts;

    /// <summary>Reads rows of a file; where it lacks a column that the map names, that is bad input.</summary>
    public RowReader(RecordOrder order, FileRows rows, string file)
    {
        _order = order;
        _columns = MappedColumns.Of(rows, file, order.Map.Columns, order.Map.Named);
        _texts = new RowText(order.Map, rows);
    }

    /// <summary>Records met so far.</summary>
    public int Records => _rows.Count;

    /// <summary>Personal codes and telephone numbers that were masked.</summary>
    public long Masked => _texts.Masked;

    /// <summary>What a row says, in the order in which it is to be recorded; a row that cannot be taken throws <see cref="UnreadableRow"/>.</summary>
    public IEnumerable<RecordRow> Read(FileRow file)
    {
        // A row that is not taken counts among those of its record, so that mending it moves no other.
        var last = Math.Max(_columns[MapKeys.Number], _columns.GetValueOrDefault(MapKeys.Kind));
        var record = file.Fields.Count > last ? RecordOf(ValuesOf(file)) : null;
        var place = record is null ? 0 : _rows[record] = _rows.GetValueOrDefault(record) + 1;
        if (file.Damage is { } damage)
            throw new UnreadableRow(damage);
        if (record is null)
            throw new UnreadableRow($"'{MapKeys.Number}' is missing.");
        var taken = _texts.Of(file);
        var values = ValuesOf(taken);
        var at = values.Time(MapKeys.UpdatedAt) ?? throw new UnreadableRow($"'{MapKeys.UpdatedAt}' is missing.");
        var facts = new RowFacts(_order, record.Kind, values);
        var row = new RecordRow(RecordChange.Mirrored, record.Kind, record.Number, place, file.Line, at)
        {
            By = values[MapKeys.UpdatedBy],
            Facts = facts.At(at),
            Assignee = values[MapKeys.Assignee],
            Text = RowText.Read(taken, values),
        };
        var said = row with { Facts = null, Assignee = null, Text = null };
        var mentions = facts.Others.Where(_mentioned.Add)
            .Select(other => said with { Change = RecordChange.Mentioned, Other = other });
        return [.. mentions, row, .. ProblemChanged(said, values["problem"])];
    }

    /// <summary>The links that follow where an incident names another problem than in its row before, or none any more.</summary>
    private IEnumerable<RecordRow> ProblemChanged(RecordRow said, string? problem)
    {
        var former = _problems.GetValueOrDefault(said.Number);
        if (said.Kind != Incident || former == problem)
            yield break;
        if (former is not null)
            yield return said with { Change = RecordChange.Unlinked, Other = new(Problem, former) };
        if (problem is not null)
            yield return said with { Change = RecordChange.Linked, Other = new(Problem, problem) };
        if (problem is null)
            _problems.Remove(said.Number);
        else
            _problems[said.Number] = problem;
    }

    private OtherRecord? RecordOf(RowValues values)
    {
        var kind = _order.Kind ?? _order.Map.Kind ?? values.OneOf(MapKeys.Kind, _order.Map.Kinds);
        return values[MapKeys.Number] is not { } number ? null : new(kind
            ?? throw new UnreadableRow($"'{MapKeys.Kind}' is '{values[MapKeys.Kind] ?? ""}', which is none of the map's words."), number);
    }

    private RowValues ValuesOf(FileRow row) => new(_order.Written, _columns, row.Fields);
}
