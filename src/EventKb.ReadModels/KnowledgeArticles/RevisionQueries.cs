using System.Data.Common;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>What was done about a revision.</summary>
public enum RevisionStep
{
    /// <summary>Iesniegta izskatīšanai.</summary>
    SubmittedForReview,

    /// <summary>Changes were asked for.</summary>
    ChangesRequested,

    /// <summary>A second person approved it.</summary>
    Approved,

    /// <summary>Publication was planned.</summary>
    PublicationScheduled,

    /// <summary>Planned publication was called off.</summary>
    PublicationCancelled,

    /// <summary>It went into use.</summary>
    Published,

    /// <summary>It went into use without a second person.</summary>
    ProvisionallyPublished,

    /// <summary>The provisional publication ended.</summary>
    ProvisionLapsed,

    /// <summary>It was reviewed and stays.</summary>
    ReviewedUnchanged,
}

/// <summary>A revision of an article; its texts are null when erased or not asked for.</summary>
public sealed record RevisionRow(
    long FirstPosition,
    string Article,
    int Number,
    long Position,
    RevisionOrigin Origin,
    DateTimeOffset ValidFrom,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Person,
    string? OnBehalfOf,
    string Institution,
    string? ReasonCode,
    string? Commitment,
    string? SourcePath,
    string? SourceVersion,
    DateTimeOffset? SourceTime,
    string CausationId,
    bool Erased,
    string? Title,
    string? BodySha256,
    string? Reason,
    string? Summary,
    string? Body,
    IReadOnlyDictionary<string, string>? Sections);

/// <summary>A step taken on a revision; At = the planned time or the lapse, where it has one.</summary>
public sealed record RevisionStepRow(long Position, int Revision, RevisionStep Step, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt,
    string Person, string? ReasonCode, string? Comment, DateTimeOffset? At);

/// <summary>Revisions and the steps taken on them; numbers run from 1 to the article's latest without a gap.</summary>
public static class RevisionQueries
{
    /// <summary>A page of an article's revisions in order of number; <paramref name="after"/> is the last number of the page before.</summary>
    public static async Task<Page<RevisionRow>> List(ReadSession session, Viewer viewer, ArticleRow article, int first, int after = 0,
        bool texts = true) => Page.Of(
        await session.List(
            $"""
            {Select(texts)} WHERE r.born = @born AND r.number > @after AND r.number <= @latest{ArticleQueries.Seen(viewer, "r")}
            ORDER BY r.number LIMIT @most
            """,
            Row, ("@born", article.FirstPosition), ("@after", after), ("@latest", article.Facts.LatestRevision), ("@most", first + 1)),
        first, () => Task.FromResult((long)article.Facts.LatestRevision));

    /// <summary>One revision by its number, or null.</summary>
    public static Task<RevisionRow?> One(ReadSession session, Viewer viewer, ArticleRow article, int number, bool texts = true) =>
        number > article.Facts.LatestRevision ? Task.FromResult<RevisionRow?>(null) : session.Single(
            $"{Select(texts)} WHERE r.born = @born AND r.number = @number{ArticleQueries.Seen(viewer, "r")}",
            Row, ("@born", article.FirstPosition), ("@number", number));

    /// <summary>Revisions of any articles by the positions that recorded them, as the articles' facts name them.</summary>
    public static async Task<IReadOnlyDictionary<long, RevisionRow>> ByPositions(ReadSession session, Viewer viewer,
        IReadOnlyCollection<long> positions, bool texts = true)
    {
        var where = new Conditions().In("r.position", positions.Distinct().ToList());
        return (await session.List($"{Select(texts)} WHERE {where.Sql}{ArticleQueries.Seen(viewer, "r")}", Row, where.Parameters))
            .ToDictionary(row => row.Position);
    }

    /// <summary>What was done about a revision (null = about any) up to the version that the article row is of; at most 1,000.</summary>
    public static Task<List<RevisionStepRow>> Steps(ReadSession session, Viewer viewer, ArticleRow article, int? revision) => session.List(
        $"""
        SELECT s.position, s.revision, s.step, s.occurred_at, s.recorded_at, s.person, s.reason_code, x.comment, s.at
        FROM article_revision_steps s LEFT JOIN texts x ON x.position = s.position
        WHERE s.born = @born AND s.position <= @position {(revision is null ? "" : "AND s.revision = @revision")}{ArticleQueries.Seen(viewer, "s")}
        ORDER BY s.position LIMIT 1000
        """,
        row => new RevisionStepRow(row.GetInt64(0), row.GetInt32(1), RowJson.Value<RevisionStep>(row.GetString(2)), row.Time(3), row.Time(4),
            row.GetString(5), row.TextOrNull(6), row.TextOrNull(7), row.TimeOrNull(8)),
        revision is null ? [("@born", article.FirstPosition), ("@position", article.Position)]
            : [("@born", article.FirstPosition), ("@position", article.Position), ("@revision", revision)]);

    private static readonly string Rare = PackedColumns.Of("r.on_behalf_of", "r.reason_code", "x.reason");

    // Long texts that are not asked for are no columns at all: SQLite never reads their pages.
    private static string Select(bool texts) =>
        $"""
        SELECT r.born, a.id, r.number, r.position, r.origin, r.valid_from, r.occurred_at, r.recorded_at, r.person, r.institution,
            r.commitment, r.causation_id, x.position, x.title, x.body_sha256, r.source_path, r.source_version, r.source_time,
            {Rare}{(texts ? ", x.summary, x.body, x.sections" : "")}
        FROM article_revisions r JOIN articles a ON a.born = r.born LEFT JOIN texts x ON x.position = r.position
        """;

    private static RevisionRow Row(DbDataReader row)
    {
        var commitment = row.TextOrNull(10);
        var usual = new RevisionRow(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3),
            RowJson.Value<RevisionOrigin>(row.GetString(4)), row.Time(5), row.Time(6), row.Time(7), row.GetString(8), null,
            row.GetString(9), null, commitment, row.TextOrNull(15), row.TextOrNull(16), row.TimeOrNull(17), row.GetString(11),
            Erased: commitment is not null && row.IsDBNull(12), row.TextOrNull(13), row.TextOrNull(14), null, null, null, null);
        if (row.FieldCount > 19)
            usual = usual with
            {
                Summary = row.TextOrNull(19),
                Body = row.TextOrNull(20),
                Sections = RowJson.Read<Dictionary<string, string>>(row.TextOrNull(21)),
            };
        return row.TextOrNull(18) is { } rare ? WithRare(usual, new PackedColumns(rare)) : usual;
    }

    private static RevisionRow WithRare(RevisionRow row, PackedColumns rare) => row with
    {
        OnBehalfOf = rare.Text(0),
        ReasonCode = rare.Text(1),
        Reason = rare.Text(2),
    };
}
