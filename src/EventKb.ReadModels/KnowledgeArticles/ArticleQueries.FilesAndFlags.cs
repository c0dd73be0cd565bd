using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A file attached to an article.</summary>
public sealed record AttachmentRow(long Position, int Number, int Revision, string Sha256, long Bytes, string MediaType, string? FileName,
    string Person, DateTimeOffset ValidFrom);

/// <summary>A flag on an article that nobody has dealt with.</summary>
public sealed record FlagRow(long Position, int Flag, string Person, DateTimeOffset OccurredAt, string? ReasonCode, string? Comment);

/// <summary>What an article carries at a pin besides its texts; an article has bounded numbers of both.</summary>
public static partial class ArticleQueries
{
    /// <summary>Files of a revision that are kept, in the order in which they were attached; an erased one is attached no more.</summary>
    public static Task<List<AttachmentRow>> Attachments(ReadSession session, Viewer viewer, Pin pin, long born, int revision) => session.List(
        $"""
        SELECT f.position, f.file, f.revision, x.file_sha256, f.bytes, f.media_type, x.file_name, f.person, f.valid_from
        FROM article_attachments f JOIN texts x ON x.position = f.position AND x.file_sha256 IS NOT NULL
        WHERE f.born = @born AND f.position <= @p AND f.valid_from <= @t AND f.revision <= @revision
            AND (({Conditions.Held(pin, "f")}) OR f.until_revision > @revision){ArticleQueries.Seen(viewer, "f")} ORDER BY f.position LIMIT 1000
        """,
        row => new AttachmentRow(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetString(3), row.GetInt64(4), row.GetString(5),
            row.TextOrNull(6), row.GetString(7), row.Time(8)),
        pin.With(("@born", born), ("@revision", revision)));

    /// <summary>Open flags, oldest first.</summary>
    public static Task<List<FlagRow>> Flags(ReadSession session, Viewer viewer, Pin pin, long born) => session.List(
        $"""
        SELECT f.position, f.flag, f.person, f.occurred_at, f.reason_code, x.comment
        FROM article_flags f LEFT JOIN texts x ON x.position = f.position
        WHERE f.born = @born AND {Conditions.Held(pin, "f")}{ArticleQueries.Seen(viewer, "f")} ORDER BY f.position LIMIT 1000
        """,
        row => new FlagRow(row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.Time(3), row.TextOrNull(4), row.TextOrNull(5)),
        pin.With(("@born", born)));

    /// <summary>Media type of a file that some article the viewer may see carries or carried; null = no such file for them, or erased.</summary>
    public static Task<string?> MediaTypeOf(ReadSession session, Viewer viewer, string sha256) => session.Single(
        $"""
        SELECT f.media_type FROM texts x JOIN article_attachments f ON f.position = x.position
        WHERE x.file_sha256 = @sha256{ArticleQueries.Seen(viewer, "f")} ORDER BY f.position LIMIT 1
        """,
        row => row.GetString(0), ("@sha256", sha256));
}
