using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Rows for the edges to exact versions of other articles.</summary>
internal static class ArticleRelationRows
{
    public const string Adoption = "adopted";
    public const string Successor = "successor";
    public const string Instead = "instead";

    public static void Write(ArticleStep step, KnowledgeArticleEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        switch (happened)
        {
            case Related e:
                Close(step, RowJson.Name(e.Type), e.Target, rows);
                Open(step, e.Revision, RowJson.Name(e.Type), e.Target, null, recorded, rows);
                break;
            case Unrelated e:
                Close(step, RowJson.Name(e.Type), e.Target, rows);
                break;
            case Adopted e:
                Open(step, step.Facts.LatestRevision, Adoption, e.From, e.Origin, recorded, rows);
                break;
            case Retired or Withdrawn:
                var type = happened is Retired ? Successor : Instead;
                CloseEnds(step, rows);
                if (step.Facts.Successor is { } target)
                    Open(step, step.Facts.LatestRevision, type, target, null, recorded, rows);
                break;
            case Restored:
                CloseEnds(step, rows);
                break;
        }
    }

    private static void CloseEnds(ArticleStep step, ReadModelWriter rows) =>
        ArticleSideRows.Close("article_relations", $"(type = @what OR type = '{Instead}')", Successor, step, rows);

    private static void Close(ArticleStep step, string type, ArticleVersion target, ReadModelWriter rows) => rows.Execute(
        $"""
        UPDATE article_relations SET rec_to = @recTo, valid_to = @validTo
        WHERE born = @born AND rec_to = {Micros.Open} AND type = @type AND target_article = @target AND target_revision = @revision
        """,
        ("@recTo", step.Position), ("@validTo", step.ValidFrom), ("@born", step.Born), ("@type", type), ("@target", target.Article),
        ("@revision", target.Revision));

    private static void Open(ArticleStep step, int revision, string type, ArticleVersion target, string? origin, Recorded recorded,
        ReadModelWriter rows) => rows.Execute(
        $"""
        INSERT INTO article_relations (position, born, article, revision, type, target_origin, target_article, target_revision,
            target_position, person, reason_code, occurred_at, rec_to, valid_from, valid_to)
        VALUES (@position, @born, @article, @revision, @type, @origin, @target, @targetRevision, @targetPosition, @person, @reason, @at,
            {Micros.Open}, @validFrom, {Micros.Open})
        """,
        ("@position", step.Position), ("@born", step.Born), ("@article", recorded.Stream.Text), ("@revision", revision), ("@type", type),
        ("@origin", origin), ("@target", target.Article), ("@targetRevision", target.Revision), ("@targetPosition", target.Position),
        ("@person", recorded.Envelope.Person.Value), ("@reason", recorded.Envelope.ReasonCode),
        ("@at", Micros.From(recorded.OccurredAt)), ("@validFrom", step.ValidFrom));
}
