using System.Globalization;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.KnowledgeArticles;
using GraphQL;
using ArticleRows = EventKb.ReadModels.KnowledgeArticles.Articles;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public async Task<ArticleNode?> Article([Id] string? id, SourceInput? source)
    {
        if (id is null == source is null)
            throw new CodedError("INVALID_INPUT", "Give either 'id' or 'source'.");
        var row = id is not null
            ? await ArticleRows.ById(_view.Session, _view.Viewer, _view.Pin, id)
            : await ArticleRows.BySource(_view.Session, _view.Viewer, _view.Pin, source!.Institution, source.Path);
        return row is null ? null : new ArticleNode(_view, row);
    }

    public Task<Connection<ArticleNode>> Articles(ArticleFilterInput? filter, int first, string? after)
    {
        var rows = filter?.ToFilter();
        return Paged.Of<ReadModels.KnowledgeArticles.ArticleRow, ArticleNode>("articles", _view, first, after,
            async (view, key, most) => await ArticleRows.Page(view.Session, view.Viewer, view.Pin, rows, Number(key), most),
            (view, row) => new ArticleNode(view, row),
            row => row.Born.ToString(CultureInfo.InvariantCulture),
            view => ArticleRows.Count(view.Session, view.Viewer, view.Pin, rows));
    }

    internal static long? Number(string? key) => key is null ? null
        : long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Cursor.Invalid();
}
