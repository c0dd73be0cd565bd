using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleRejections;

namespace EventKb.Domain.KnowledgeArticles;

/// <content>Mirroring another knowledge base.</content>
public static partial class KnowledgeArticle
{
    private static Decision DecideImport(KnowledgeArticleState state, ImportRevision import)
    {
        if (state.End is { BySource: true })
            return KnowledgeArticleRejections.SourceDeleted;
        if (CheckImport(import) is { } wrong)
            return wrong;
        if (state.Exists && state.Source is null)
            return NotImported;
        var events = new List<NewEvent>(3);
        AddMove(state, import.SourcePath, events);
        var isNew = !state.Exists || IsNewBody(state.Latest.BodySha256, import);
        if (isNew)
            events.Add(new(RevisionOf(import, state.Revisions.Count + 1), ArticleInput.Texts(import.Text, import.Kind, ProcessRules.Default)));
        if (IsNewSteward(state.Steward, import, isNew))
            events.Add(Named(import.StewardPerson, import.StewardGroup));
        return events.Count == 0 ? Decision.Nothing : new Accepted([.. events]);
    }

    private static Decision DecideSkip(KnowledgeArticleState state, SkipRevision skip)
    {
        if (state.Source is null)
            return NotImported;
        if (state.End is { BySource: true })
            return KnowledgeArticleRejections.SourceDeleted;
        var wrong = Form.Text("sourcePath", skip.SourcePath, Limits.Path) ?? Form.Tag("sourceVersion", skip.SourceVersion)
            ?? (skip.Blob is null ? null : Form.Code("blob", skip.Blob)) ?? Form.Code("reason", skip.Reason)
            ?? (skip.Bytes < 0 ? Rejection.Invalid("bytes", "The number of bytes is negative.") : null);
        if (wrong is not null)
            return wrong;
        var events = new List<NewEvent>(2);
        AddMove(state, skip.SourcePath, events);
        if (state.Behind is not { } behind || (behind.Blob, behind.Reason) != (skip.Blob, skip.Reason))
            events.Add(new(new RevisionNotImported(skip.SourcePath, skip.SourceVersion, skip.Blob, skip.Bytes, skip.Reason)));
        return events.Count == 0 ? Decision.Nothing : new Accepted([.. events]);
    }

    private static void AddMove(KnowledgeArticleState state, string path, List<NewEvent> events)
    {
        if (state.Source is { } source && source.Path != path)
            events.Add(new(new Moved(source.Path, path)));
    }

    /// <summary>The file names its steward, so an erased name comes back only with a file that has changed.</summary>
    private static bool IsNewSteward(Steward known, ImportRevision import, bool isNew) =>
        import is not { StewardPerson: null, StewardGroup: null } && !known.Is(import.StewardPerson, import.StewardGroup)
        && (isNew || !known.IsErased);

    /// <summary>
    /// An erased text cannot be compared. A mirror must not lose a change, so the file is then taken again, except where the
    /// source itself says that nothing changed: a rename must not bring back what was erased.
    /// </summary>
    private static bool IsNewBody(string? known, ImportRevision import) =>
        known is null ? !import.SameBody : known != Content.Sha256(import.Text.Body!);

    /// <summary>Why what a file says can never be taken, whatever is known of its article; null = it can.</summary>
    public static Rejection? CheckImport(ImportRevision import) =>
        ArticleInput.Language(import.Language)
        ?? Form.Text("sourcePath", import.SourcePath, Limits.Path)
        ?? Form.Tag("sourceVersion", import.SourceVersion)
        ?? Form.Time("sourceTime", import.SourceTime)
        ?? (import.Repository is null ? null : Form.Tag("repository", import.Repository))
        ?? Form.Day("nextReviewOn", import.NextReviewOn)
        ?? ArticleInput.Steward(import.StewardPerson, import.StewardGroup)
        ?? (import.Text.Body is null ? Rejection.Invalid("body", "An imported file must have a body.") : null)
        ?? ArticleInput.Text(import.Text, import.Kind, ProcessRules.Default);

    private static RevisionImported RevisionOf(ImportRevision import, int number) =>
        new(number, import.Kind, import.Language, import.SourcePath, import.SourceVersion, Instants.Micros(import.SourceTime),
            import.NextReviewOn, import.Repository);

    private static Decision DecideRetireImported(KnowledgeArticleState state, RetireImported retire)
    {
        if (state.Source is null)
            return NotImported;
        // What was withdrawn here as harmful stays so; that its file is gone adds nothing.
        if (state.End is not null)
            return Decision.Nothing;
        if (Form.Tag("sourceVersion", retire.SourceVersion) is { } wrong)
            return wrong;
        return retire.SourcePath == state.Source.Path
            ? Decision.Of(new KnowledgeArticleEvent.Retired(null))
            : OtherPath(state.Source.Path);
    }
}
