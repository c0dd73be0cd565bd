using System.Globalization;
using EventKb.ReadModels.Audit;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.Audit;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using GraphQL;

namespace EventKb.Server.KnowledgeArticles;

internal sealed partial class ArticleNode
{
    public Task<Connection<ArticleRevisionAnswer>> Revisions(int first, string? after, IResolveFieldContext context)
    {
        var texts = Selections.WantTexts(context);
        return Paged.Of<RevisionRow, ArticleRevisionAnswer>($"revisions {Id}", _view, first, after,
            async (view, key) => await In(view) is { } article
                ? await RevisionQueries.List(view.Session, view.Viewer, article, first, (int)(Cursor.Number(key) ?? 0), texts)
                : Page.Empty<RevisionRow>(),
            (view, revision) => new ArticleRevisionAnswer(view, _row, revision),
            revision => revision.Number.ToString(CultureInfo.InvariantCulture));
    }

    public Task<Connection<AuditEntryAnswer>> AuditTrail(int first, string? after, AuditOrder orderBy = AuditOrder.Position) =>
        Audit.AuditTrail.Page($"auditTrail {Id}", _view, new AuditFilter { TrailOf = Id }, first, after, orderBy);

    public async Task<ArticleRevisionAnswer?> Revision(int number, IResolveFieldContext context)
    {
        var texts = Selections.WantTexts(context);
        var found = await RevisionQueries.One(_view.Session, _view.Viewer, _row, number, texts);
        return found is null ? null : new ArticleRevisionAnswer(_view, _row, found);
    }

    public Task<IEnumerable<ArticleAttachment>> Attachments() =>
        ArticleAttachment.Of(_view, _row, _row.Facts.PublishedRevision ?? _row.Facts.LatestRevision);

    public async Task<IEnumerable<ArticleFlag>> Flags() =>
        (await ArticleQueries.Flags(_view.Session, _view.Viewer, _view.Pin, _row.FirstPosition)).Select(flag => new ArticleFlag(_view, flag));

    public Task<Connection<RelationAnswer>> Relations(RelationDirection direction, int first, string? after) =>
        Paged.Of<RelationRow, RelationAnswer>($"relations {Id} {direction}", _view, first, after,
            (view, key) => direction == RelationDirection.Outgoing
                ? RelationQueries.From(view.Session, view.Viewer, view.Pin, Id, first, Cursor.Number(key))
                : RelationQueries.To(view.Session, view.Viewer, view.Pin, Id, first, Cursor.Number(key)),
            (view, relation) => new RelationAnswer(view, relation),
            relation => relation.Position.ToString(CultureInfo.InvariantCulture));

    public async Task<ExactVersionAnswer?> ReplacedBy()
    {
        var by = await RelationQueries.ReplacedBy(_view.Session, _view.Viewer, _view.Pin, [Id]);
        return by.TryGetValue(Id, out var version) ? new ExactVersionAnswer(_view, version) : null;
    }

    /// <summary>The article in another view of the same snapshot, for the next page of an earlier view.</summary>
    private async Task<ArticleRow?> In(Reading view) =>
        view == _view ? _row : await ArticleQueries.ById(view.Session, view.Viewer, view.Pin, Id);
}

/// <summary>From which end relations are looked at.</summary>
internal enum RelationDirection
{
    /// <summary>Those that the article states.</summary>
    Outgoing,

    /// <summary>Those that others state towards it.</summary>
    Incoming,
}
