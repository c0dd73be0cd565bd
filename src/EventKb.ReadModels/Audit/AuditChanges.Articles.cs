using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.ReadModels.Audit;

internal static partial class AuditChanges
{
    private static FieldLog OfArticle(FieldLog fields, Recorded recorded, KnowledgeArticleEvent happened) => happened switch
    {
        Drafted e => Written(fields, 1).Set("kind", e.Kind).Set("language", e.Language).Set("template", e.Template),
        Adopted e => Written(fields, 1).Set("kind", e.Kind).Set("language", e.Language)
            .Set("adoptedFrom", e.From).Set("origin", e.Origin),
        Revised e => Written(fields, e.Revision),
        RevisionImported e => Imported(fields, e),
        SubmittedForReview e => Stage(fields, e.Revision, "in-review"),
        ChangesRequested e => Stage(fields, e.Revision, "draft").SayText("comment", "comment"),
        Approved e => Stage(fields, e.Revision, "approved").Set("approval.revision", e.Revision)
            .Set("approval.commitment", e.Commitment).Set("approval.person", recorded.Envelope.Person.Value),
        PublicationScheduled e => fields.Set("scheduled.revision", e.Revision).Set("scheduled.at", e.At),
        PublicationCancelled => fields.Remove("scheduled.revision", "scheduled.at"),
        Published e => InUse(fields, e.Revision).Remove("provision.lapsesAt", "provision.before")
            .Set("nextReviewOn", e.NextReviewOn),
        ProvisionallyPublished e => fields.Set("provision.lapsesAt", e.LapsesAt)
            .Put("provision.before", fields["publishedRevision"]).Set("publishedRevision", e.Revision),
        ProvisionLapsed => fields.Put("publishedRevision", fields["provision.before"])
            .Remove("provision.lapsesAt", "provision.before"),
        ReviewedUnchanged e => fields.Set("nextReviewOn", e.NextReviewOn).Set("reviewed.revision", e.Revision)
            .Set("reviewed.at", recorded.OccurredAt),
        Withdrawn e => Ended(fields, "withdrawn").Set("instead", e.Instead).SayText("comment", "comment"),
        Retired e => Ended(fields, "retired").Set("successor", e.Successor),
        Restored => fields.Set("stage", "draft").Remove("end", "instead", "successor"),
        _ => OfKeeping(fields, happened),
    };

    private static FieldLog OfKeeping(FieldLog fields, KnowledgeArticleEvent happened) => happened switch
    {
        ValidityChanged e => fields.Set("validity.from", e.From).Set("validity.until", e.Until),
        Flagged e => fields.Set($"flags.{e.Flag}", "open").SayText("comment", "comment"),
        FlagResolved e => fields.Remove($"flags.{e.Flag}").SayText("comment", "comment"),
        AccountabilitySet e => fields.Set("accountable", e.Subject),
        StewardSet { Group: true } e => fields.Set("steward.person", e.Person?.Value).PointAt("steward.group", "steward"),
        StewardSet e => fields.Set("steward.person", e.Person?.Value).Remove("steward.group"),
        Classified e => Classify(fields, e.Classification),
        AudienceSet e => fields.Set("audience", e.Audience).SetAll("audience.sections", e.Sections ?? NoSections),
        Attached e => fields.Set($"attachments.{e.File}.bytes", e.Bytes).Set($"attachments.{e.File}.mediaType", e.MediaType)
            .PointAt($"attachments.{e.File}.fileName", "fileName").PointAt($"attachments.{e.File}.sha256", "fileSha256"),
        Detached e => fields.Remove($"attachments.{e.File}.bytes", $"attachments.{e.File}.mediaType",
            $"attachments.{e.File}.fileName", $"attachments.{e.File}.sha256"),
        Related e => fields.Set(Relation(e.Type, e.Target), e.Revision),
        Unrelated e => fields.Remove(Relation(e.Type, e.Target)),
        Moved e => fields.Set("sourcePath", e.ToPath),
        _ => throw Unknown(happened),
    };

    private static FieldLog Written(FieldLog fields, int revision) =>
        fields.SetText("title", "summary", "body", "sections").Set("revision", revision).Set("stage", "draft");

    private static FieldLog Imported(FieldLog fields, RevisionImported e)
    {
        Written(fields, e.Revision).Set("kind", e.Kind).Set("language", e.Language).Set("sourcePath", e.SourcePath)
            .Set("sourceVersion", e.SourceVersion).Set("sourceTime", e.SourceTime).Set("nextReviewOn", e.NextReviewOn);
        return fields["end"] is null ? InUse(fields, e.Revision).Remove("provision.lapsesAt", "provision.before") : fields;
    }

    private static FieldLog InUse(FieldLog fields, int revision)
    {
        fields.Set("publishedRevision", revision);
        var planned = fields["scheduled.revision"];
        return planned is not null && int.Parse(planned, CultureInfo.InvariantCulture) <= revision
            ? fields.Remove("scheduled.revision", "scheduled.at")
            : fields;
    }

    private static FieldLog Stage(FieldLog fields, int revision, string stage) =>
        fields["revision"] == revision.ToString(CultureInfo.InvariantCulture)
            ? fields.Set("stage", stage)
            : fields.Set($"stages.{revision}", stage);

    private static FieldLog Ended(FieldLog fields, string how) => fields.Set("end", how)
        .Remove("publishedRevision", "provision.lapsesAt", "provision.before", "scheduled.revision", "scheduled.at");

    private static FieldLog Classify(FieldLog fields, Classification to) => fields
        .SetAll("classification.services", to.Services).SetAll("classification.resources", to.Resources)
        .SetAll("classification.lifeSituations", to.LifeSituations).SetAll("classification.territories", to.Territories)
        .SetAll("classification.errorCodes", to.ErrorCodes).SetAll("classification.keywords", to.Keywords);

    private static string Relation(RelationType type, ArticleVersion target) =>
        $"relations.{RowJson.Name(type)}.{target.Article}@{target.Revision}:{target.Position}";

    // The same reading as the state machine's: ended wins, then published, then the latest revision's stage.
    private static FieldLog WithState(FieldLog fields) => fields.Put("state",
        fields["end"] ?? (fields["publishedRevision"] is not null ? "\"published\""
            : fields["stage"] == "\"draft\"" ? "\"draft\"" : "\"in-review\""));

    private static readonly Dictionary<string, Audience> NoSections = [];
}
