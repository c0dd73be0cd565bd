using EventKb.Domain.Catalogue;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleRejections;

namespace EventKb.Domain.KnowledgeArticles;

/// <content>What is known about the article besides its texts.</content>
public static partial class KnowledgeArticle
{
    private static Decision DecideKeeping(KnowledgeArticleState state, KnowledgeArticleCommand command, CommandContext context) =>
        command switch
        {
            ChangeValidity change => DecideValidity(state, change),
            SetAccountability set => DecideAccountability(state, set),
            SetSteward set => DecideSteward(state, set),
            Classify classify => DecideClassify(state, classify),
            SetAudience set => DecideAudience(state, set, context),
            Flag flag => DecideFlag(state, flag),
            ResolveFlag resolve => DecideResolveFlag(state, resolve),
            Attach attach => DecideAttach(state, attach),
            Detach detach => DecideDetach(state, detach),
            Relate relate => DecideRelate(state, relate),
            Unrelate unrelate => DecideUnrelate(state, unrelate),
            _ => throw Form.Undecided(command),
        };

    private static Decision DecideValidity(KnowledgeArticleState state, ChangeValidity change)
    {
        if ((Form.Time("from", change.From) ?? Form.Time("until", change.Until)) is { } wrong)
            return wrong;
        var validity = new Validity(Instants.Micros(change.From), Instants.Micros(change.Until));
        if (validity.From >= validity.Until)
            return Rejection.Invalid("until", "The period must end after it begins.");
        return state.Validity == validity ? Decision.Nothing : Decision.Of(new ValidityChanged(validity.From, validity.Until));
    }

    private static Decision DecideAccountability(KnowledgeArticleState state, SetAccountability set)
    {
        if (set.Subject is not null && Form.Stream("subject", set.Subject, CatalogueEntry.Category) is { } wrong)
            return wrong;
        return state.Accountable == set.Subject ? Decision.Nothing : Decision.Of(new AccountabilitySet(set.Subject));
    }

    private static Decision DecideSteward(KnowledgeArticleState state, SetSteward set)
    {
        if (ArticleInput.Steward(set.Person, null) is { } wrong)
            return wrong;
        return state.Steward.Is(set.Person, null)
            ? Decision.Nothing
            : new Accepted([Named(set.Person, null)]);
    }

    private static NewEvent Named(PersonId? person, string? group) =>
        new(new StewardSet(person, group is not null), group is null ? null : new Content { Steward = group });

    private static Decision DecideClassify(KnowledgeArticleState state, Classify classify)
    {
        if (ArticleInput.Classification(classify.Classification) is { } wrong)
            return wrong;
        var classification = ArticleInput.InOrder(classify.Classification);
        return state.Classification == classification ? Decision.Nothing : Decision.Of(new Classified(classification));
    }

    private static Decision DecideAudience(KnowledgeArticleState state, SetAudience set, CommandContext context)
    {
        if (ArticleInput.Audience(set.Audience) is { } wrong)
            return wrong;
        foreach (var (section, audience) in set.Sections ?? [])
        {
            var refused = ArticleInput.AudienceSection(section, state.Kind, context.Rules) ?? ArticleInput.Audience(audience);
            if (refused is not null)
                return refused;
        }

        var sections = set.Sections is { Count: > 0 } some
            ? some.ToDictionary(s => s.Key, s => ArticleInput.InOrder(s.Value))
            : null;
        var happened = new AudienceSet(ArticleInput.InOrder(set.Audience), sections);
        return happened.Equals(state.Audience) ? Decision.Nothing : Decision.Of(happened);
    }

    private static Decision DecideFlag(KnowledgeArticleState state, Flag flag) =>
        Form.Text("comment", flag.Comment, Limits.Comment)
        ?? (state.OpenFlags.Count >= Limits.Items ? TooManyFlags : null)
        ?? Decision.Of(new Flagged(state.Flags + 1), new Content { Comment = flag.Comment });

    private static Decision DecideResolveFlag(KnowledgeArticleState state, ResolveFlag resolve)
    {
        if (resolve.Number < 1 || resolve.Number > state.Flags)
            return FlagNotFound(resolve.Number);
        if (Form.Text("comment", resolve.Comment, Limits.Comment) is { } wrong)
            return wrong;
        return state.OpenFlags.ContainsKey(resolve.Number)
            ? Decision.Of(new FlagResolved(resolve.Number), new Content { Comment = resolve.Comment })
            : Decision.Nothing;
    }

    private static Decision DecideAttach(KnowledgeArticleState state, Attach attach)
    {
        if (ArticleInput.File(attach) is { } wrong)
            return wrong;
        if (FileOf(state, attach.Sha256) is not null)
            return Decision.Nothing;
        if (CheckFiles(state) is { } refused)
            return refused;
        return state.Attachments.Values.Count(file => file.Sha256 is not null) >= Limits.Attachments
            ? TooManyAttachments
            : Decision.Of(
                new Attached(state.Files + 1, attach.Bytes, attach.MediaType, state.Latest.Number),
                new Content { FileName = attach.FileName, FileSha256 = attach.Sha256 });
    }

    private static Decision DecideDetach(KnowledgeArticleState state, Detach detach) =>
        FileOf(state, detach.Sha256) is not { } file ? AttachmentNotFound
        : CheckFiles(state) ?? Decision.Of(new Detached(file, state.Latest.Number));

    /// <summary>Files belong to the revision that is being written, as its texts do, and are reviewed with them.</summary>
    private static Rejection? CheckFiles(KnowledgeArticleState state) =>
        state.Source is not null ? KnowledgeArticleRejections.Imported
        : state.Latest.Stage != ReviewStage.Draft || state.Published == state.Latest.Number ? NotADraft(state.Latest.Number)
        : null;

    /// <summary>Number of the attached file with a SHA-256; null where the texts that name it were erased.</summary>
    private static int? FileOf(KnowledgeArticleState state, string sha256)
    {
        foreach (var (file, attached) in state.Attachments)
            if (attached.Sha256 == sha256)
                return file;
        return null;
    }

    private static Decision DecideRelate(KnowledgeArticleState state, Relate relate)
    {
        if (state.Revision(relate.Revision) is null)
            return RevisionNotFound(relate.Revision);
        if (ArticleInput.Target(relate.Type, relate.Target, state.Stream) is { } wrong)
            return wrong;
        var stated = state.Relations.TryGetValue(new(relate.Type, relate.Target), out var revision);
        if (stated && revision == relate.Revision)
            return Decision.Nothing;
        return !stated && state.Relations.Count >= Limits.Relations
            ? TooManyRelations
            : Decision.Of(new Related(relate.Revision, relate.Type, relate.Target));
    }

    private static Decision DecideUnrelate(KnowledgeArticleState state, Unrelate unrelate) =>
        state.Relations.ContainsKey(new(unrelate.Type, unrelate.Target))
            ? Decision.Of(new Unrelated(unrelate.Type, unrelate.Target))
            : RelationNotFound;
}
