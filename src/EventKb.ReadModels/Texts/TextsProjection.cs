using EventKb.Domain;
using EventKb.Domain.Erasure;

namespace EventKb.ReadModels.Texts;

/// <summary>The texts of every event, once; an erasure overwrites its row and so takes the text from every view.</summary>
public sealed class TextsProjection : Projection
{
    private static readonly string Overwrite = $"""
        UPDATE text_rows SET erased = 1, {string.Join(", ", ((string[])["title", "summary", "reason", "message", "comment", "file_name",
            "file_sha256", "steward", "email", "body_sha256", "sections", "body"]).Select(Zeros))}
        WHERE position = @position
        """;

    /// <inheritdoc/>
    public override int Version => 3;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["texts", "erasures"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step.Happened.Content is { IsEmpty: false } content)
            Insert(step.Position, content, rows);
        if (step.Recorded.Event is IErasesTexts erased)
            Erase(erased.Position, step.Recorded.RecordedAt, rows);
    }

    private static void Erase(long position, DateTimeOffset at, ReadModelWriter rows)
    {
        rows.InsertOnce("erasures", ("position", position), ("recorded_at", Micros.From(at)));
        // After the erasure nobody can tell which file the text named.
        rows.Execute(
            """
            INSERT INTO files_to_delete (position, sha256)
            SELECT position, file_sha256 FROM texts WHERE position = @position AND file_sha256 IS NOT NULL
            """,
            ("@position", position));
        var isIndexed = rows.Query("SELECT count(*) FROM texts WHERE position = @position AND (file_sha256 IS NOT NULL OR steward IS NOT NULL)",
            row => row.GetInt64(0), ("@position", position))[0] > 0;
        rows.Execute(Overwrite, ("@position", position));
        if (isIndexed)
            RenewIndexes(rows);
    }

    /// <summary>Entries of an index do move, and their copies go only with the whole index.</summary>
    private static void RenewIndexes(ReadModelWriter rows)
    {
        rows.Execute("REINDEX texts_by_file");
        rows.Execute("REINDEX texts_by_steward");
    }

    private static string Zeros(string column) =>
        $"{column} = iif({column} IS NULL, NULL, CAST(zeroblob(length(CAST({column} AS BLOB))) AS TEXT))";

    private static void Insert(long position, Content content, ReadModelWriter rows) => rows.Insert("text_rows",
        ("position", position), ("erased", 0), ("title", content.Title), ("summary", content.Summary), ("reason", content.Reason),
        ("message", content.Message), ("comment", content.Comment), ("file_name", content.FileName), ("file_sha256", content.FileSha256),
        ("steward", content.Steward), ("email", content.Email),
        ("body_sha256", content.Body is null ? null : Content.Sha256(content.Body)), ("sections", RowJson.Write(content.Sections)),
        ("body", content.Body));
}
