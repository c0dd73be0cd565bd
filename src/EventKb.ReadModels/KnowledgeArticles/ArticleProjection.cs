using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A row per version of each article, and its revisions, tags, attachments, flags and relations beside it.</summary>
public sealed class ArticleProjection : Projection
{
    private static readonly string InsertVersion = $"""
        INSERT INTO article_versions (position, born, version, rec_to, valid_from, valid_to, {string.Join(", ", ArticleColumns.Names)})
        VALUES (@position, @born, @version, {Micros.Open}, @validFrom, {Micros.Open},
            {string.Join(", ", ArticleColumns.Names.Select(n => "@" + n))})
        """;

    private static readonly string SelectLast = $"""
        SELECT v.born, v.version, v.position, v.valid_from, {ArticleColumns.ReadColumns}
        FROM articles a JOIN article_versions v ON v.born = a.born AND v.rec_to = {Micros.Open} WHERE a.id = @id
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } =
    [
        "articles", "article_versions", "article_paths", "article_revisions", "article_revision_steps", "article_tags",
        "article_attachments", "article_flags", "article_relations",
    ];

    /// <inheritdoc/>
    public override void Apply(LedgerEvent happened, ReadModelWriter rows)
    {
        if (happened.Recorded.Event is not KnowledgeArticleEvent article)
            return;
        var recorded = happened.Recorded;
        var before = rows.Recall<ArticleStep>(recorded.Stream.Text) ?? Last(recorded.Stream.Text, rows);
        var step = Next(before, article, recorded, rows);
        rows.Remember(recorded.Stream.Text, step);
        Write(before, step, recorded, rows);
        ArticleSideRows.Write(before?.Facts, step, article, recorded, rows);
        ArticleRelationRows.Write(step, article, recorded, rows);
    }

    private static ArticleStep? Last(string stream, ReadModelWriter rows) => rows.Query(
        SelectLast,
        row => new ArticleStep(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), ArticleColumns.Read(row, 4)),
        ("@id", stream)).FirstOrDefault();

    private static ArticleStep Next(ArticleStep? before, KnowledgeArticleEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        var occurred = Micros.From(recorded.OccurredAt);
        var facts = ArticleFold.Next(before?.Facts, happened, recorded.Position, revision => PositionOf(before!, revision, rows));
        return new ArticleStep(before?.Born ?? recorded.Position, recorded.Version, recorded.Position,
            Math.Max(occurred, before?.ValidFrom ?? occurred), facts);
    }

    private static long PositionOf(ArticleStep article, int revision, ReadModelWriter rows) =>
        revision == article.Facts.LatestRevision ? article.Facts.LatestPosition : rows.Query(
            "SELECT position FROM article_revisions WHERE born = @born AND number = @number", row => row.GetInt64(0),
            ("@born", article.Born), ("@number", revision))[0];

    private static void Write(ArticleStep? before, ArticleStep step, Recorded recorded, ReadModelWriter rows)
    {
        if (before is null)
            rows.Execute("INSERT INTO articles (born, id, institution) VALUES (@born, @id, @institution)",
                ("@born", step.Born), ("@id", recorded.Stream.Text), ("@institution", recorded.Stream.Institution.Value));
        else
            rows.Execute("UPDATE article_versions SET rec_to = @recTo, valid_to = @validTo WHERE position = @position",
                ("@recTo", step.Position), ("@validTo", step.ValidFrom), ("@position", before.Position));
        rows.Execute(InsertVersion, ArticleColumns.Write(step.Facts, ("@position", step.Position), ("@born", step.Born),
            ("@version", step.Version), ("@validFrom", step.ValidFrom)));
    }
}

/// <summary>One version as the projection writes it.</summary>
internal sealed record ArticleStep(long Born, long Version, long Position, long ValidFrom, ArticleFacts Facts);
