using System.Data.Common;
using System.Globalization;

namespace EventKb.ReadModels;

/// <summary>One column of a row that is read, whether it comes alone or packed with others.</summary>
internal readonly struct Cell
{
    private readonly DbDataReader? _row;
    private readonly PackedColumns _packed;
    private readonly int _column;

    public Cell(DbDataReader row, int column) => (_row, _column) = (row, column);

    public Cell(PackedColumns packed, int column) => (_packed, _column) = (packed, column);

    public string? Text => _row is null ? _packed.Text(_column) : _row.TextOrNull(_column);

    public long? Long => _row is null ? _packed.Long(_column) : _row.LongOrNull(_column);

    public int? Int => (int?)Long;

    public DateTimeOffset? Time => Long is { } micros ? Micros.ToTime(micros) : null;

    public DateOnly? Day => Text is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public T Name<T>() where T : struct, Enum => RowJson.Value<T>(Text!);

    public T? Json<T>() => RowJson.Read<T>(Text);
}
