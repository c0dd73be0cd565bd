using EventKb.Domain.Erasure;
using EventKb.Ledger;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>Takes batches of events into one generation: all rows and the checkpoint in one transaction.</summary>
internal sealed class GenerationWriter : IDisposable
{
    private readonly IReadOnlyList<Projection> _projections;
    private readonly Generation _generation;
    private readonly SqliteConnection _connection;
    private readonly ReadModelWriter _rows;
    private readonly StreamStates _states = new();

    public GenerationWriter(Generation generation, IReadOnlyList<Projection> projections)
    {
        _projections = projections;
        _generation = generation;
        _connection = generation.Guard(generation.Writing);
        _rows = new ReadModelWriter(_connection);
        try
        {
            Checkpoint = generation.Guard(() => _rows.Query(ReadModels.Checkpoint.Select, ReadModels.Checkpoint.Row)[0]);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Checkpoint Checkpoint { get; private set; }

    /// <summary>
    /// True while erased texts may stand in the write-ahead log; at first too, since a process may have ended just after an erasure.
    /// </summary>
    public bool HasRemains { get; private set; } = true;

    /// <summary>SHA-256 of files that erased texts named and that it is not settled for whether they go.</summary>
    public List<string> FilesToDelete() =>
        _rows.Query("SELECT DISTINCT sha256 FROM files_to_delete WHERE sha256 <> CAST(zeroblob(64) AS TEXT)", row => row.GetString(0));

    /// <summary>Forgets the files that are settled, and empties the write-ahead log unless a reader holds it just now.</summary>
    public void ForgetRemains(IReadOnlyCollection<string> settled)
    {
        foreach (var sha256 in settled)
            _rows.Execute("UPDATE files_to_delete SET sha256 = CAST(zeroblob(64) AS TEXT) WHERE sha256 = @sha256", ("@sha256", sha256));
        var isSettled = FilesToDelete().Count == 0;
        if (isSettled)
            _rows.Execute("DELETE FROM files_to_delete");
        HasRemains = _rows.Query("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0))[0] != 0 || !isSettled;
    }

    public async Task Take(IReadOnlyList<LedgerEvent> batch, EventFeed feed, string origin, CancellationToken cancellation)
    {
        var root = await feed.RootAt(batch[^1].Recorded.Position, cancellation);
        await _states.Prepare(batch, feed, cancellation);
        _generation.Guard(() =>
        {
            TakeAll(batch, root, origin);
            return true;
        });
    }

    private void TakeAll(IReadOnlyList<LedgerEvent> batch, string root, string origin)
    {
        _rows.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (var step in batch.Select(_states.Next))
                foreach (var projection in _projections)
                    projection.Apply(step, _rows);
            Note(batch);
            var last = batch[^1].Recorded;
            var reached = new Checkpoint(last.Position, root, last.RecordedAt, origin);
            Move(reached);
            _rows.Execute("COMMIT");
            Checkpoint = reached;
            HasRemains |= batch.Any(happened => happened.Recorded.Event is IErasesTexts);
        }
        catch
        {
            // On a full disk SQLite has rolled back by itself, and that must not hide why.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
                _rows.Execute("ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _connection.Dispose();
    }

    private void Move(Checkpoint to) => _rows.Execute(
        "UPDATE checkpoint SET position = @position, root = @root, recorded_at = @at, origin = @origin WHERE id = 1",
        ("@position", to.Position), ("@root", to.RootHash), ("@at", Micros.From(to.RecordedAt)), ("@origin", to.Origin));

    private void Note(IReadOnlyList<LedgerEvent> batch)
    {
        for (var i = 0; i < batch.Count; i++)
            if (i == batch.Count - 1 || batch[i + 1].Recorded.RecordedAt != batch[i].Recorded.RecordedAt)
                _rows.Execute(
                    """
                    INSERT INTO recorded_times (recorded_at, position) VALUES (@at, @position)
                    ON CONFLICT (recorded_at) DO UPDATE SET position = excluded.position
                    """,
                    ("@at", Micros.From(batch[i].Recorded.RecordedAt)), ("@position", batch[i].Recorded.Position));
    }
}
