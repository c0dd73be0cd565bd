using EventKb.Ledger.Files;

namespace EventKb.ReadModels.Attachments;

/// <summary>What one snapshot of the rows knows of attached files.</summary>
public sealed class FileRows : IFileRows
{
    private readonly ReadSession _session;

    private FileRows(ReadSession session) => _session = session;

    /// <summary>Opens a snapshot of the store's rows each time.</summary>
    public static Func<IFileRows> Of(ReadModelStore store) => () => new FileRows(store.OpenSession());

    /// <inheritdoc/>
    public long Position => _session.Checkpoint.Position;

    /// <inheritdoc/>
    public Task<List<NamelessFile>> Nameless() => _session.List(
        """
        SELECT f.position, f.bytes, e.recorded_at FROM article_attachments f JOIN erasures e ON e.position = f.position
        WHERE NOT EXISTS (SELECT 1 FROM text_rows x WHERE x.position = f.position)
        """,
        row => new NamelessFile(row.GetInt64(0), row.GetInt64(1), row.Time(2)));

    /// <inheritdoc/>
    public async Task<bool> IsNamed(string sha256) =>
        await _session.Scalar("SELECT count(*) FROM texts WHERE file_sha256 = @sha256", ("@sha256", sha256)) > 0;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
