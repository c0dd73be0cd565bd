using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.KnownErrors;

/// <summary>When versions of articles cannot be workarounds: none of the article is in use, or the version lapsed or was erased.</summary>
internal static class UnusableVersions
{
    /// <summary>SQL of what became of the workaround of a row <c>v</c> by the pin; null while it can be one.</summary>
    public static string LossAt(Pin pin) =>
        $"""
        (SELECT u.loss FROM unusable_versions u WHERE u.article = v.workaround AND (u.version IS NULL OR u.version = v.workaround_position)
            AND {Conditions.Held(pin, "u")} ORDER BY u.position LIMIT 1)
        """;

    public static void Write(StreamStep step, ReadModelWriter rows)
    {
        if (step.Recorded.Event is ErasureEvent.ContentErased erased
            && Domain.StreamId.Parse(erased.Stream) is { Category: KnowledgeArticle.Category })
            Begin(step, rows, erased.Stream, erased.Position, WorkaroundLoss.Erased);
        if (step is not { Before.State: KnowledgeArticleState before, After.State: KnowledgeArticleState after }
            || (before.Published == after.Published && before.End == after.End))
            return;
        if (IsInUse(before) && !IsInUse(after))
            Begin(step, rows, step.Stream, null, LossOf(after));
        else if (before.WasPublished && !IsInUse(before) && IsInUse(after))
            End(step, rows, "version IS NULL", null);
        if (step.Recorded.Event is KnowledgeArticleEvent.ProvisionLapsed lapsed && IsInUse(after))
            Begin(step, rows, step.Stream, after.Revision(lapsed.Revision)!.Position, WorkaroundLoss.Lapsed);
        if (IsInUse(after) && after.Revision(after.Published!.Value) is { Lapsed: true } again)
            End(step, rows, "version = @version AND loss = 'lapsed'", again.Position);
    }

    private static bool IsInUse(KnowledgeArticleState article) => article is { End: null, Published: not null };

    private static WorkaroundLoss LossOf(KnowledgeArticleState article) => article.End?.State switch
    {
        ArticleState.Withdrawn => WorkaroundLoss.Withdrawn,
        ArticleState.Retired => WorkaroundLoss.Retired,
        _ => WorkaroundLoss.Lapsed,
    };

    private static void Begin(StreamStep step, ReadModelWriter rows, string article, long? version, WorkaroundLoss loss) =>
        rows.Insert("unusable_versions", ("position", step.Position), ("article", article), ("version", version), ("loss", RowJson.Name(loss)),
            ("rec_to", Micros.Open), ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open));

    private static void End(StreamStep step, ReadModelWriter rows, string which, long? version) => rows.Execute(
        $"""
        UPDATE unusable_versions SET rec_to = @recTo, valid_to = @validTo
        WHERE article = @article AND rec_to = {Micros.Open} AND {which}
        """,
        ("@recTo", step.Position), ("@validTo", step.After.ValidFrom), ("@article", step.Stream), ("@version", version));
}
