using System.Data.Common;

namespace EventKb.ReadModels;

/// <summary>One request's view of the rows: a single snapshot, however long the request takes.</summary>
public sealed class ReadSession : IAsyncDisposable
{
    private readonly Generation _generation;
    private readonly ReadConnection _connection;
    private readonly Lock _using = new();
    private bool _disposed;

    internal ReadSession(Generation generation, ReadConnection connection)
    {
        (_generation, _connection) = (generation, connection);
        _connection.Run("BEGIN");
        Checkpoint = _connection.List(ReadModels.Checkpoint.Select, ReadModels.Checkpoint.Row, [])[0];
    }

    /// <summary>How far the rows of this snapshot have read the ledger.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Everything known, as it is now; a clock behind the ledger does not hide what is recorded.</summary>
    public Pin Head(DateTimeOffset now) => new(Checkpoint.Position, Later(now, Checkpoint.RecordedAt), AtHead: true);

    /// <summary>
    /// A pin of the given parts: a position, or what was known at a recorded time (the last position recorded by then), or else the
    /// checkpoint; and a moment, or else now. Null when the position has not been reached.
    /// </summary>
    public async Task<Pin?> PinAt(DateTimeOffset now, long? position = null, DateTimeOffset? recorded = null, DateTimeOffset? valid = null)
    {
        var at = position ?? Checkpoint.Position;
        if (at > Checkpoint.Position)
            return null;
        if (recorded is { } known)
            at = Math.Min(at, await LastPositionBy(known));
        var moment = valid ?? Later(now, Checkpoint.RecordedAt);
        return new Pin(at, moment, at == Checkpoint.Position && moment >= Checkpoint.RecordedAt);
    }

    /// <summary>Last position recorded at a time or before; 0 when there is none.</summary>
    public Task<long> LastPositionBy(DateTimeOffset recorded) => Scalar(
        "SELECT position FROM recorded_times WHERE recorded_at <= @at ORDER BY recorded_at DESC LIMIT 1", ("@at", Micros.From(recorded)));

    /// <summary>Reads rows through a mapping; the mapping must not use the session.</summary>
    public Task<List<T>> List<T>(string sql, Func<DbDataReader, T> map, params (string Name, object? Value)[] parameters)
    {
        lock (_using)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return Task.FromResult(_generation.Guard(() => _connection.List(sql, map, parameters)));
        }
    }

    /// <summary>Reads the first row, or the default where there is none.</summary>
    public async Task<T?> Single<T>(string sql, Func<DbDataReader, T> map, params (string Name, object? Value)[] parameters) =>
        (await List(sql, map, parameters)).FirstOrDefault();

    /// <summary>Reads one number; 0 where there is no row.</summary>
    public Task<long> Scalar(string sql, params (string Name, object? Value)[] parameters) =>
        Single(sql, row => row.GetInt64(0), parameters);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_using)
        {
            if (!_disposed)
            {
                _disposed = true;
                _connection.Run("ROLLBACK");
                _generation.Return(_connection);
            }
        }

        return ValueTask.CompletedTask;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
