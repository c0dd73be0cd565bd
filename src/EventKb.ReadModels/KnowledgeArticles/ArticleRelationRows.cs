using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Rows for the edges to exact versions of other articles.</summary>
internal static class ArticleRelationRows
{
    public static void Write(StreamStep step, KnowledgeArticleState before, KnowledgeArticleState after, ReadModelWriter rows)
    {
        foreach (var relation in after.Relations.ChangedSince(before.Relations))
        {
            if (before.Relations.ContainsKey(relation))
                Close(step, RowJson.Name(relation.Type), relation.Target, rows);
            if (after.Relations.TryGetValue(relation, out var revision))
                Open(step, revision, RowJson.Name(relation.Type), relation.Target, null, rows);
        }

        if (after.AdoptedFrom is { } adopted && adopted != before.AdoptedFrom)
            Open(step, after.Latest.Number, LineageTypes.Adopted, adopted, after.AdoptedOrigin, rows);
        if (before.End == after.End)
            return;
        if (before.End is { Instead: { } former })
            Close(step, TypeOf(before.End), former, rows);
        if (after.End is { Instead: { } now })
            Open(step, after.Latest.Number, TypeOf(after.End), now, null, rows);
    }

    private static string TypeOf(ArticleEnd end) => end.State == ArticleState.Retired ? LineageTypes.Successor : LineageTypes.Instead;

    private static void Close(StreamStep step, string type, ArticleVersion target, ReadModelWriter rows) => rows.Execute(
        $"""
        UPDATE article_relations SET rec_to = @recTo, valid_to = @validTo
        WHERE born = @born AND rec_to = {Micros.Open} AND type = @type AND target_article = @target AND target_revision = @revision
            AND target_position = @at
        """,
        ("@recTo", step.Position), ("@validTo", step.After.ValidFrom), ("@born", step.After.FirstPosition), ("@type", type),
        ("@target", target.Article), ("@revision", target.Revision), ("@at", target.Position));

    private static void Open(StreamStep step, int revision, string type, ArticleVersion target, string? origin, ReadModelWriter rows) =>
        rows.Insert("article_relations",
            ("position", step.Position), ("born", step.After.FirstPosition), ("article", step.Stream), ("revision", revision), ("type", type),
            ("target_origin", origin), ("target_article", target.Article), ("target_revision", target.Revision),
            ("target_position", target.Position), ("person", step.Recorded.Metadata.Person.Value),
            ("reason_code", step.Recorded.Metadata.ReasonCode), ("occurred_at", Micros.From(step.Recorded.OccurredAt)),
            ("rec_to", Micros.Open), ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open));
}
