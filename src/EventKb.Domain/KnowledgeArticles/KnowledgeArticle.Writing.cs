using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleRejections;

namespace EventKb.Domain.KnowledgeArticles;

/// <content>Writing and review.</content>
public static partial class KnowledgeArticle
{
    private static Decision DecideDraft(Draft draft, CommandContext context) =>
        ArticleInput.Language(draft.Language)
        ?? (draft.Template is null ? null : Form.Text("template", draft.Template, Limits.Tag))
        ?? ArticleInput.Template(draft.Template, draft.Kind, context.Rules)
        ?? ArticleInput.Text(draft.Text, draft.Kind, context.Rules)
        ?? Decision.Of(
            new Drafted(draft.Kind, draft.Language, draft.Template ?? TemplateOf(draft.Kind, context.Rules)),
            ArticleInput.Texts(draft.Text, draft.Kind, context.Rules));

    private static Decision DecideDraftFromRecord(DraftFromRecord draft, CommandContext context)
    {
        if ((Form.Version("record", draft.Record, ServiceRecord.Category) ?? ArticleInput.Classification(draft.Classification)) is { } wrong)
            return wrong;
        var decision = DecideDraft(new Draft(draft.Kind, draft.Language, draft.Text), context);
        if (decision is not Accepted drafted)
            return decision;
        var about = draft.Classification;
        List<NewEvent> events = [.. drafted.Events, new(new Related(1, RelationType.DerivedFrom, draft.Record))];
        if (about != new Classification())
            events.Add(new(new Classified(about)));
        if (about.Services.Concat(about.Resources).FirstOrDefault() is { } accountable)
            events.Add(new(new AccountabilitySet(accountable)));
        return new Accepted([.. events]);
    }

    private static Decision DecideAdopt(Adopt adopt, CommandContext context) =>
        ArticleInput.Language(adopt.Language)
        ?? (adopt.Origin is null ? null : Form.Tag("origin", adopt.Origin))
        ?? Form.Version("from", adopt.From)
        ?? ArticleInput.Text(adopt.Text, adopt.Kind, context.Rules)
        ?? Decision.Of(new Adopted(adopt.From, adopt.Origin, adopt.Kind, adopt.Language), ArticleInput.Texts(adopt.Text, adopt.Kind, context.Rules));

    private static Decision DecideRevise(KnowledgeArticleState state, Revise revise, CommandContext context)
    {
        if (state.Source is not null)
            return KnowledgeArticleRejections.Imported;
        if (ArticleInput.Text(revise.Text, state.Kind, context.Rules) is { } wrong)
            return wrong;
        var text = ArticleInput.Texts(revise.Text, state.Kind, context.Rules);
        return text.Digests().Text == state.Latest.TextDigest && !(revise.ForFiles && CheckFiles(state) is not null)
            ? Decision.Nothing
            : Decision.Of(new Revised(state.Revisions.Count + 1), text);
    }

    private static Decision DecideSubmit(KnowledgeArticleState state, SubmitForReview submit, CommandContext context)
    {
        if (state.Revision(submit.Revision) is not { } revision)
            return RevisionNotFound(submit.Revision);
        if (CheckReviewable(state, revision) is { } overtaken)
            return overtaken;
        return revision.Stage switch
        {
            _ when revision.IsErased => ContentErased(revision.Number),
            ReviewStage.InReview => Decision.Nothing,
            ReviewStage.Draft when !IsRegular(state, revision) => Decision.Of(new SubmittedForReview(revision.Number, context.Rules.FourEyes)),
            _ => NotADraft(revision.Number),
        };
    }

    private static Decision DecideRequestChanges(KnowledgeArticleState state, RequestChanges ask)
    {
        if (state.Revision(ask.Revision) is not { } revision)
            return RevisionNotFound(ask.Revision);
        if (Form.Text("comment", ask.Comment, Limits.Comment) is { } wrong)
            return wrong;
        return revision.Stage == ReviewStage.InReview
            ? Decision.Of(new ChangesRequested(revision.Number), new Content { Comment = ask.Comment })
            : NotInReview(revision.Number);
    }

    private static Decision DecideApprove(KnowledgeArticleState state, Approve approve, CommandContext context)
    {
        if (state.Revision(approve.Revision) is not { } revision)
            return RevisionNotFound(approve.Revision);
        if (revision.IsErased)
            return ContentErased(revision.Number);
        if (revision.Commitment is null || approve.Commitment != revision.Commitment)
            return ContentMismatch(revision.Number);
        if (revision.Stage == ReviewStage.Approved)
            return Decision.Nothing;
        if (revision.Stage != ReviewStage.InReview)
            return NotInReview(revision.Number);
        var files = FilesOf(state, revision);
        if (!(approve.Files ?? []).Order().SequenceEqual(files))
            return FilesMismatch(files);
        if (CheckReviewable(state, revision) is { } overtaken)
            return overtaken;
        return (context.Rules.FourEyes || revision.FourEyes)
            && (HasContributed(state, revision, context.Person) || HasContributed(state, revision, context.OnBehalfOf))
            ? SamePerson
            : Decision.Of(new Approved(revision.Number, revision.Commitment, files.Count == 0 ? null : files));
    }

    /// <summary>The files that are approved with a revision: its own, not those of the draft after it, and none that is known to be erased.</summary>
    private static ValueList<int> FilesOf(KnowledgeArticleState state, ArticleRevision revision) =>
        [.. (revision.Files ?? state.Attachments.Keys)
            .Where(file => !state.Attachments.TryGetValue(file, out var known) || known.Sha256 is not null)];

    /// <summary>True where the person has a part, for themselves or for another, in what this approval would be the first to cover.</summary>
    private static bool HasContributed(KnowledgeArticleState state, ArticleRevision revision, PersonId? person)
    {
        for (var number = revision.Number; number > 0; number--)
            if (number < revision.Number && IsCovered(state, number))
                return false;
            else if (state.Revisions[number].IsBy(person))
                return true;
        return false;
    }

    /// <summary>True where an approval covers a revision and all before it, and the article was not restored since.</summary>
    private static bool IsCovered(KnowledgeArticleState state, int number) =>
        number <= (state.Approval?.Revision ?? 0) && state.Revisions[number].Stage == ReviewStage.Approved;

    /// <summary>
    /// Only the latest revision is reviewed, and a provisional one in use even when a later one is being written.
    /// </summary>
    private static Rejection? CheckReviewable(KnowledgeArticleState state, ArticleRevision revision) =>
        revision == state.Latest || (state.Provision is not null && state.Published == revision.Number)
            ? null
            : NotLatest(revision.Number, state.Latest.Number);

    private static bool IsRegular(KnowledgeArticleState state, ArticleRevision revision) =>
        state.Published == revision.Number && state.Provision is null;

    private static string? TemplateOf(ArticleKind kind, ProcessRules rules) =>
        rules.Templates.ContainsKey(kind.Code()) ? rules.Source : null;
}
