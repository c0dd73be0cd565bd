using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Ledger;

namespace EventKb.ReadModels.Texts;

/// <summary>The texts of every event, once; an erasure takes its row away and so the text from every view.</summary>
public sealed class TextsProjection : Projection
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["texts"];

    /// <inheritdoc/>
    public override void Apply(LedgerEvent happened, ReadModelWriter rows)
    {
        if (happened.Content is { IsEmpty: false } content)
            Insert(happened.Recorded.Position, content, rows);
        if (happened.Recorded.Event is ErasureEvent.ContentErased erased)
            rows.Execute("DELETE FROM texts WHERE position = @position", ("@position", erased.Position));
    }

    private static void Insert(long position, Content content, ReadModelWriter rows) => rows.Execute(
        """
        INSERT INTO texts (position, title, summary, reason, comment, file_name, file_sha256, steward, body_sha256, sections, body)
        VALUES (@position, @title, @summary, @reason, @comment, @fileName, @fileSha256, @steward, @bodySha256, @sections, @body)
        """,
        ("@position", position), ("@title", content.Title), ("@summary", content.Summary), ("@reason", content.Reason),
        ("@comment", content.Comment), ("@fileName", content.FileName), ("@fileSha256", content.FileSha256), ("@steward", content.Steward),
        ("@bodySha256", content.Body is null ? null : Content.Sha256(content.Body)),
        ("@sections", RowJson.Write(content.Sections)), ("@body", content.Body));
}
