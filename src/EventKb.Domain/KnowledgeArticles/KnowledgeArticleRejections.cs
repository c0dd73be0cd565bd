namespace EventKb.Domain.KnowledgeArticles;

/// <summary>Every reason for which a command on an article is refused, besides input that breaks a rule about its form.</summary>
internal static class KnowledgeArticleRejections
{
    public static readonly Rejection NotFound =
        new("NOT_FOUND", "There is no such article.", "Check the article's id.");

    public static readonly Rejection AlreadyExists =
        new("ARTICLE_ALREADY_EXISTS", "The article exists already.", "Revise it, or send the command with another id.");

    public static readonly Rejection Retired =
        new("ARTICLE_RETIRED", "The article is retired.", "Restore it first, or use its successor.");

    public static readonly Rejection SourceDeleted =
        new("ARTICLE_RETIRED", "The article's file was deleted in its source.", "If the file is there again, import it as a new article.");

    public static readonly Rejection Withdrawn =
        new("ARTICLE_WITHDRAWN", "The article was withdrawn as harmful.", "Restore it first, or do what the withdrawal says.");

    public static readonly Rejection NotEnded =
        new("ARTICLE_NOT_RETIRED", "The article is neither retired nor withdrawn.",
            "Leave the article as it is: only a retired or withdrawn one can be restored.");

    public static readonly Rejection Imported =
        new("ARTICLE_IMPORTED", "The article's text is kept in the knowledge base that it comes from.",
            "Change it there, or adopt it as an article of your own.");

    public static readonly Rejection NotImported =
        new("ARTICLE_NOT_IMPORTED", "The article was written here.", "Import the file as an article of its own.");

    public static readonly Rejection NotPublished =
        new("NOT_PUBLISHED", "The revision is not published.", "Publish it first, or name the published revision.");

    public static readonly Rejection NeverPublished =
        new("NOT_PUBLISHED", "The article was never published.", "Retire it instead.");

    public static readonly Rejection SamePerson =
        new("SAME_PERSON", "The approver, or the person whom they act for, wrote part of what would be approved.", "Have another person approve it.");

    public static readonly Rejection NotScheduled =
        new("PUBLICATION_NOT_SCHEDULED", "No publication of this revision is scheduled.",
            "Name a revision whose publication is scheduled.", "revision");

    public static readonly Rejection AttachmentNotFound =
        new("ATTACHMENT_NOT_FOUND", "The file is not attached to the article.", "Check the file's SHA-256.", "sha256");

    public static readonly Rejection RelationNotFound =
        new("RELATION_NOT_FOUND", "The article has no such relation.", "Check its type and target.", "target");

    public static readonly Rejection TooManyAttachments =
        new("TOO_MANY_ATTACHMENTS",
            $"The article has {Limits.Attachments} attached files, which is the maximum.", "Detach one first.");

    public static readonly Rejection TooManyRelations =
        new("TOO_MANY_RELATIONS", $"The article has {Limits.Relations} relations, which is the maximum.", "Remove one first.");

    public static readonly Rejection TooManyFlags =
        new("TOO_MANY_FLAGS", $"The article has {Limits.Items} open flags, which is the maximum.", "Resolve some first.");

    public static Rejection SectionsMissing(IEnumerable<string> sections) =>
        new("SECTIONS_MISSING", $"Nothing is said in these sections: {string.Join(", ", sections)}.",
            "Write them; where something is not known, say so.", "sections");

    public static Rejection TemplateNotFound(string name, ArticleTemplate? known) => known is null
        ? new("TEMPLATE_NOT_FOUND", $"There is no template '{name}', nor any for this kind of article.", "Leave the template out.", "template")
        : new("TEMPLATE_NOT_FOUND", $"There is no template '{name}' for this kind of article.", $"Use '{known.Name}', or leave it out.", "template");

    public static Rejection RevisionNotFound(int revision) =>
        new("REVISION_NOT_FOUND", $"The article has no revision {revision}.", "Name one of its revisions.", "revision");

    public static Rejection NotLatest(int revision, int latest) =>
        new("NOT_LATEST_REVISION",
            $"Revision {revision} was overtaken by revision {latest}.", "Read the latest revision.", "revision");

    public static Rejection Superseded(int revision, int published) =>
        new("REVISION_SUPERSEDED", $"Revision {published}, which is later than {revision}, is published.",
            "Write a new revision with the earlier texts.", "revision");

    public static Rejection NotADraft(int revision) =>
        new("NOT_A_DRAFT", $"Revision {revision} is no longer a draft.", "Write a new revision.", "revision");

    public static Rejection NotInReview(int revision) =>
        new("NOT_IN_REVIEW", $"Revision {revision} is not in review.", "Submit it for review first.", "revision");

    public static Rejection NotApproved(int revision) =>
        new("NOT_APPROVED", $"Revision {revision} is not approved.", "Have it approved first.", "revision");

    public static Rejection AlreadyApproved(int revision) =>
        new("ALREADY_APPROVED", $"Revision {revision} is already approved.", "Publish it.", "revision");

    public static Rejection AlreadyPublished(int revision) =>
        new("ALREADY_PUBLISHED", $"Revision {revision} is already published.", "Write a new revision to change it.", "revision");

    public static Rejection ContentMismatch(int revision) =>
        new("CONTENT_MISMATCH", $"This is not the commitment of revision {revision}.", "Read the revision again.", "commitment");

    public static Rejection FilesMismatch(IEnumerable<int> files) =>
        new("CONTENT_MISMATCH", $"The files of the revision are those with the numbers: {string.Join(", ", files)}.",
            "Read the revision and its files again.", "files");

    public static Rejection ContentErased(int revision) =>
        new("CONTENT_ERASED", $"The texts of revision {revision} were erased.", "Write a new revision.", "revision");

    public static Rejection NotDue(int revision, DateTimeOffset at) =>
        new("PUBLICATION_NOT_DUE", $"Revision {revision} is to be published at {at}.", "Wait until then.", "revision");

    public static Rejection ProvisionRunning(int revision, DateTimeOffset until) =>
        new("PROVISION_RUNNING",
            $"Revision {revision} is published provisionally until {until}.", "Wait until then.", "revision");

    public static Rejection ProvisionLapsed(int revision) =>
        new("PROVISION_LAPSED",
            $"Revision {revision} was published provisionally once, and that has lapsed.", "Have it approved.", "revision");

    public static Rejection FlagNotFound(int flag) =>
        new("FLAG_NOT_FOUND", $"The article has no flag {flag}.", "Name one of its flags.", "flag");

    public static Rejection OtherPath(string path) =>
        new("SOURCE_PATH_MISMATCH", $"The article's file is at '{path}'.", "Import the move first.", "sourcePath");
}
