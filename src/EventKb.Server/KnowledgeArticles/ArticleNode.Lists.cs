using System.Globalization;
using EventKb.ReadModels.Audit;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.Audit;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.KnowledgeArticles;

internal sealed partial class ArticleNode
{
    public Task<Connection<ArticleRevisionNode>> Revisions(int first, string? after, IResolveFieldContext context)
    {
        var texts = Selections.WantTexts(context.FieldAst.SelectionSet);
        return Paged.Of<RevisionRow, ArticleRevisionNode>($"revisions {Id}", _view, first, after,
            async (view, key, most) => await In(view) is { } article
                ? await ReadModels.KnowledgeArticles.Revisions.Page(view.Session, view.Viewer, article, (int)(Query.Number(key) ?? 0), most, texts)
                : [],
            (view, revision) => new ArticleRevisionNode(view, _row, revision),
            revision => revision.Number.ToString(CultureInfo.InvariantCulture),
            async view => (await In(view))?.Facts.LatestRevision ?? 0);
    }

    public Task<Connection<AuditEntryNode>> AuditTrail(int first, string? after) =>
        Audit.AuditTrail.Page($"auditTrail {Id}", _view, new AuditFilter { TrailOf = Id }, first, after);

    public async Task<ArticleRevisionNode?> Revision(int number, IResolveFieldContext context)
    {
        var texts = Selections.WantTexts(context.FieldAst.SelectionSet);
        var found = await ReadModels.KnowledgeArticles.Revisions.One(_view.Session, _view.Viewer, _row, number, texts);
        return found is null ? null : new ArticleRevisionNode(_view, _row, found);
    }

    public async Task<IEnumerable<ArticleAttachment>> Attachments() =>
        (await Kept.Attachments(_view.Session, _view.Viewer, _view.Pin, _row.Born)).Select(file => new ArticleAttachment(_view, file));

    public async Task<IEnumerable<ArticleFlag>> Flags() =>
        (await Kept.Flags(_view.Session, _view.Viewer, _view.Pin, _row.Born)).Select(flag => new ArticleFlag(_view, flag));

    public Task<Connection<RelationNode>> Relations(RelationDirection direction, int first, string? after) =>
        Paged.Of<RelationRow, RelationNode>($"relations {Id} {direction}", _view, first, after,
            async (view, key, most) => direction == RelationDirection.Outgoing
                ? await ReadModels.KnowledgeArticles.Relations.From(view.Session, view.Viewer, view.Pin, Id, Query.Number(key) ?? 0, most)
                : await ReadModels.KnowledgeArticles.Relations.To(view.Session, view.Viewer, view.Pin, Id, Query.Number(key) ?? 0, most),
            (view, relation) => new RelationNode(view, relation),
            relation => relation.Position.ToString(CultureInfo.InvariantCulture),
            view => CountRelations(view, direction));

    public async Task<VersionReference?> ReplacedBy()
    {
        var by = await ReadModels.KnowledgeArticles.Relations.ReplacedBy(_view.Session, _view.Viewer, _view.Pin, [Id]);
        return by.TryGetValue(Id, out var version) ? new VersionReference(_view, version) : null;
    }

    /// <summary>The article in another view of the same snapshot, for the next page of an earlier view.</summary>
    private async Task<ArticleRow?> In(Reading view) =>
        view == _view ? _row : await Articles.ById(view.Session, view.Viewer, view.Pin, Id);

    private async Task<long> CountRelations(Reading view, RelationDirection direction)
    {
        var count = 0L;
        for (var after = 0L; ;)
        {
            var page = direction == RelationDirection.Outgoing
                ? await ReadModels.KnowledgeArticles.Relations.From(view.Session, view.Viewer, view.Pin, Id, after, 1000)
                : await ReadModels.KnowledgeArticles.Relations.To(view.Session, view.Viewer, view.Pin, Id, after, 1000);
            count += page.Count;
            if (page.Count < 1000)
                return count;
            after = page[^1].Position;
        }
    }
}

/// <summary>From which end relations are looked at.</summary>
internal enum RelationDirection
{
    /// <summary>Those that the article states.</summary>
    Outgoing,

    /// <summary>Those that others state towards it.</summary>
    Incoming,
}
