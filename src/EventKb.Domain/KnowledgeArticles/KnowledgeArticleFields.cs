using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.KnowledgeArticles;

/// <summary>The names under which an article is shown, field by field.</summary>
internal static class KnowledgeArticleFields
{
    public static FieldMap<KnowledgeArticleState> Map { get; } = Keeping(Publishing(Writing(new())))
        .Note<ChangesRequested>("comment").Note<Withdrawn>("comment").Note<Flagged>("comment").Note<FlagResolved>("comment")
        .Link(Links.Service, s => s.Classification.Services)
        .Link(Links.Resource, s => s.Classification.Resources)
        .Link(Links.Accountable, s => s.Accountable)
        .Link(Links.Path, s => s.Source?.Path)
        .Field("state", s => s.Exists ? s.Lifecycle : (ArticleState?)null);

    private static FieldMap<KnowledgeArticleState> Writing(FieldMap<KnowledgeArticleState> fields) => fields
        .Texts(s => LatestOf(s)?.Texts, "title", "summary", "body", "sections")
        .Field("revision", s => LatestOf(s)?.Number)
        .Field("stage", s => LatestOf(s)?.Stage)
        .Each(s => s.Revisions, number => $"stages.{number}", StageOfEarlier)
        .Field("kind", s => s.Exists ? s.Kind : (ArticleKind?)null)
        .Field("language", s => s.Language)
        .Field("template", s => s.Template)
        .Field("adoptedFrom", s => s.AdoptedFrom)
        .Field("origin", s => s.AdoptedOrigin)
        .Field("sourcePath", s => s.Source?.Path)
        .Field("sourceVersion", s => s.Source?.Version)
        .Field("sourceTime", s => s.Source?.Time)
        .Field("repository", s => s.Source?.Repository)
        .Field("behind.version", s => s.Behind?.Version).Field("behind.bytes", s => s.Behind?.Bytes).Field("behind.reason", s => s.Behind?.Reason);

    private static FieldMap<KnowledgeArticleState> Publishing(FieldMap<KnowledgeArticleState> fields) => fields
        .Field("approval.revision", s => s.Approval?.Revision)
        .Field("approval.commitment", s => s.Approval?.Commitment)
        .Field("approval.person", s => s.Approval?.Person.Value)
        .Field("scheduled.revision", s => s.Scheduled?.Revision)
        .Field("scheduled.at", s => s.Scheduled?.At)
        .Field("publishedRevision", s => s.Published)
        .Field("provision.lapsesAt", s => s.IsProvisional ? s.Provision!.LapsesAt : (DateTimeOffset?)null)
        .Field("provision.before", s => s.IsProvisional ? s.Provision!.Before : null)
        .Field("nextReviewOn", s => s.NextReviewOn)
        .Field("reviewed.revision", s => s.Reviewed?.Revision)
        .Field("reviewed.at", s => s.Reviewed?.At)
        .Field("end", s => s.End?.State)
        .Field("instead", s => s.End is { State: ArticleState.Withdrawn } end ? end.Instead : null)
        .Field("successor", s => s.End is { State: ArticleState.Retired } end ? end.Instead : null);

    private static FieldMap<KnowledgeArticleState> Keeping(FieldMap<KnowledgeArticleState> fields) => fields
        .Field("validity.from", s => s.Validity.From)
        .Field("validity.until", s => s.Validity.Until)
        .Field("accountable", s => s.Accountable)
        .Field("steward.person", s => s.Steward.Person?.Value)
        .Field("steward.group", s => s.Steward.Group.Named("steward"))
        .Field("classification.services", s => s.Classification.Services)
        .Field("classification.resources", s => s.Classification.Resources)
        .Field("classification.lifeSituations", s => s.Classification.LifeSituations)
        .Field("classification.territories", s => s.Classification.Territories)
        .Field("classification.errorCodes", s => s.Classification.ErrorCodes)
        .Field("classification.keywords", s => s.Classification.Keywords)
        .Field("audience", s => s.Audience?.Audience)
        .Field("audience.sections", s => s.Audience?.Sections)
        .Each(s => s.OpenFlags, flag => $"flags.{flag}", (_, _, _) => "open")
        .Each("attachments", s => s.Attachments, ("bytes", f => f.Bytes), ("mediaType", f => f.MediaType), ("revision", f => f.Revision),
            ("fileName", f => f.Texts.Named("fileName")), ("sha256", f => f.Texts.Named("fileSha256")))
        .Each(s => s.Relations, PathOf, (_, _, revision) => revision);

    private static ArticleRevision? LatestOf(KnowledgeArticleState state) => state.Revision(state.Revisions.Count);

    private static object? StageOfEarlier(KnowledgeArticleState state, int number, ArticleRevision revision) =>
        number == state.Revisions.Count || revision.Stage == ReviewStage.Draft ? null : revision.Stage;

    private static string PathOf(Relation relation) =>
        $"relations.{relation.Type.Code()}.{relation.Target.Stream}@{relation.Target.Number}:{relation.Target.Position}";
}
