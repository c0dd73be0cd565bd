using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

/// <summary>The words that the specs of an article share.</summary>
internal static class Article
{
    public const string Here = "RIGA/knowledge-article/1";
    public const string Service = "RIGA/catalogue-entry/service1";

    public static readonly ExactVersion Other = new("RIGA/knowledge-article/2", 3, 40);
    public static readonly ProcessRules OnePerson = new() { FourEyes = false };
    public static readonly DateTimeOffset Later = Spec.Day.AddDays(2);

    public static Spec Empty => new(KnowledgeArticle.Decider);

    /// <summary>Revision 1, written by Anna.</summary>
    public static Spec Draft => Empty.Given(new Drafted(ArticleKind.IncidentResolution, "lv"), Text(1));

    public static Spec InReview => Draft.Given(new SubmittedForReview(1));

    public static Spec Approved => InReview.Given(new Approved(1, CommitmentOf(1)));

    public static Spec Published => Approved.Given(new Published(1));

    /// <summary>Revision 1 is published, revision 2 is a draft.</summary>
    public static Spec PublishedWithDraft => Published.Given(new Revised(2), Text(2));

    public static Spec ProvisionallyPublished => PublishedWithDraft.Given(new ProvisionallyPublished(2, Spec.Day.AddHours(72)));

    public static Spec Retired => Published.Given(new Retired(null));

    public static Spec Withdrawn => Published.Given(new Withdrawn(null), new Content { Comment = "Zvanīt 112." });

    public static Spec Imported => Empty.Given(ImportedRevision(1, "runbooks/disk.md"), Text(1));

    public static Content Text(int revision) =>
        new() { Title = "Disks pilns", Summary = "Kā atbrīvot", Body = $"# Disks\n{revision}\n" };

    public static string CommitmentOf(int revision) => Spec.CommitmentOf(Text(revision));

    public static RevisionImported ImportedRevision(int revision, string path) =>
        new(revision, ArticleKind.IncidentResolution, "en", path, "c0ffee", Spec.Day.AddYears(-3));

    public static KnowledgeArticleCommand.ImportRevision Import(string path, Content text) =>
        new(ArticleKind.IncidentResolution, "en", path, "c0ffee", Spec.Day.AddYears(-3), text);
}
