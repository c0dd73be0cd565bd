using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>One revision of an article; its texts are null when erased.</summary>
[Name("ArticleRevision")]
internal sealed class ArticleRevisionAnswer(Reading view, ArticleRow article, RevisionRow row)
{
    private Task<List<RevisionStepRow>>? _steps;

    public int Number => row.Number;

    public string? Title => row.Title;

    [LongText]
    public string? Summary => row.Summary;

    [LongText, Complexity(5, 1)]
    public string? Body => row.Body;

    public string? BodySha256 => row.BodySha256;

    [LongText, Complexity(5, 1)]
    public IEnumerable<ArticleSection> Sections => (row.Sections ?? new Dictionary<string, string>())
        .Select(s => new ArticleSection(s.Key, s.Value));

    public bool Erased => row.Erased;

    public RevisionOrigin Origin => row.Origin;

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public DateTimeOffset RecordedAt => row.RecordedAt;

    public DateTimeOffset ValidFrom => row.ValidFrom;

    public long Position => row.Position;

    public PersonAnswer Person => new(view, row.Person, row.Position, row.RecordedAt);

    public PersonAnswer? OnBehalfOf => PersonAnswer.Of(view, row.OnBehalfOf, row.Position, row.RecordedAt);

    public InstitutionNode Institution => new(view, row.Institution);

    public string? ReasonCode => row.ReasonCode;

    public string? Reason => row.Reason;

    public string? Commitment => row.Commitment;

    public Task<IEnumerable<ArticleAttachment>> Attachments() => ArticleAttachment.Of(view, article, row.Number);

    public string? SourcePath => row.SourcePath;

    public string? SourceVersion => row.SourceVersion;

    public DateTimeOffset? SourceTime => row.SourceTime;

    public string CausationId => row.CausationId;

    public IDataLoaderResult<ArticleNode?> Article() => view.Find<ArticleNode>(row.Article);

    public async Task<IEnumerable<RevisionStepAnswer>> Steps() => (await AllSteps()).Select(step => new RevisionStepAnswer(view, step));

    public async Task<IEnumerable<RevisionStepAnswer>> Approvals() =>
        (await AllSteps()).Where(step => step.Step == RevisionStep.Approved).Select(step => new RevisionStepAnswer(view, step));

    /// <summary>The revision of an article that a position recorded, with its long texts where the field asks for them.</summary>
    internal static IDataLoaderResult<ArticleRevisionAnswer?> At(Reading view, ArticleRow article, long? position, IResolveFieldContext context) =>
        position is { } at
            ? ArticleLoaders.Of(view).Revisions(Selections.WantTexts(context)).Load(at)
                .Map(found => found is null ? null : new ArticleRevisionAnswer(view, article, found))
            : new Known<ArticleRevisionAnswer?>(null);

    private Task<List<RevisionStepRow>> AllSteps() => _steps ??= RevisionQueries.Steps(view.Session, view.Viewer, article, row.Number);
}

/// <summary>One section of the template.</summary>
internal sealed record ArticleSection(string Name, string Text);

/// <summary>Something that was done about a revision.</summary>
[Name("RevisionStepTaken")]
internal sealed class RevisionStepAnswer(Reading view, RevisionStepRow row)
{
    public RevisionStep Step => row.Step;

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public DateTimeOffset RecordedAt => row.RecordedAt;

    public long Position => row.Position;

    public PersonAnswer Person => new(view, row.Person, row.Position, row.RecordedAt);

    public string? ReasonCode => row.ReasonCode;

    public string? Comment => row.Comment;

    public DateTimeOffset? At => row.At;
}
