using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Ownership;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>An article as it is in a view.</summary>
[Name("Article")]
[Implements(typeof(INode))]
internal sealed partial class ArticleNode(Reading view, ArticleRow row) : INode, IHasView
{
    private readonly Reading _view = view;
    private readonly ArticleRow _row = row;

    Reading IHasView.View => _view;

    [Id]
    public string Id => _row.Id;

    public string? Title => _row.Title;

    public ArticleState State => _row.Facts.State;

    public ArticleKind Kind => _row.Facts.Kind;

    public string Language => _row.Facts.Language;

    public string? Template => _row.Facts.Template;

    public InstitutionNode Institution => new(_view, _row.Institution);

    public int Version => (int)_row.Version;

    public long Position => _row.Position;

    public DateTimeOffset ValidFrom => _row.ValidFrom;

    public string? SourcePath => _row.Facts.SourcePath;

    public string? SourceRepository => _row.Facts.SourceRepository;

    public string? SourceVersion => _row.Facts.SourceVersion;

    public SourceGap? Behind => _row.Facts.Behind;

    public ArticleValidity Validity => new(_row.Facts.AppliesFrom, _row.Facts.AppliesUntil);

    public bool Expired => _row.Facts.IsExpired(_view.Pin);

    public bool Provisional => _row.Facts.IsProvisional;

    public DateTimeOffset? LapsesAt => _row.Facts.LapsesAt;

    public DateOnly? NextReviewOn => _row.Facts.NextReviewOn;

    public ScheduledPublication? Scheduled =>
        _row.Facts is { ScheduledRevision: { } revision, ScheduledAt: { } at } ? new(revision, at) : null;

    public PendingRevision? Pending => _row.Facts.HasPending ? new(_view, _row) : null;

    public IDataLoaderResult<ArticleWithdrawal?> Withdrawal() => _row.Facts is { State: ArticleState.Withdrawn, EndPosition: { } position }
        ? ArticleLoaders.Of(_view).Withdrawals.Load(position).Map(found => found is null ? null : new ArticleWithdrawal(_view, _row, found))
        : new Known<ArticleWithdrawal?>(null);

    public Steward? Steward =>
        _row.Facts is { StewardPerson: null, StewardAt: null } ? null : new(_view, _row.Facts.StewardPerson, _row.Facts.StewardGroup);

    public ClassificationAnswer Classification => new(_view, _row.Facts.Classification ?? new Classification());

    public AudienceAnswer? Audience => _row.Facts.Audience is { } audience ? new(audience) : null;

    public IEnumerable<SectionAudience> SectionAudiences => (_row.Facts.SectionAudiences ?? new Dictionary<string, Audience>())
        .OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new SectionAudience(s.Key, new AudienceAnswer(s.Value)));

    [Id]
    public string? AccountableSubjectId => _row.Facts.Accountable;

    public IDataLoaderResult<CatalogueEntryNode?> AccountableSubject() => _view.Find<CatalogueEntryNode>(_row.Facts.Accountable);

    public IDataLoaderResult<OwnershipNode?> Accountable() => _row.Facts.Accountable is { } subject
        ? OwnershipLoaders.Of(_view).Accountables.Load(subject).Map(found => found is null ? null : new OwnershipNode(_view, found))
        : new Known<OwnershipNode?>(null);

    public IDataLoaderResult<ArticleRevisionAnswer?> Published(IResolveFieldContext context) =>
        ArticleRevisionAnswer.At(_view, _row, _row.Facts.PublishedPosition, context);

    public IDataLoaderResult<ArticleRevisionAnswer?> Latest(IResolveFieldContext context) =>
        ArticleRevisionAnswer.At(_view, _row, _row.Facts.LatestPosition, context);

    public IDataLoaderResult<string?> Summary() =>
        ArticleLoaders.Of(_view).Revisions(texts: true).Load(_row.Facts.PublishedPosition ?? _row.Facts.LatestPosition)
            .Map(revision => revision?.Summary);
}
