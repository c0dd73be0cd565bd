using System.Globalization;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.KnowledgeArticles;
using GraphQL;

namespace EventKb.Server.GraphQL.Schema;

internal sealed partial class Query
{
    public async Task<ArticleNode?> Article([Id] string? id, SourceInput? source)
    {
        if (id is null == source is null)
            throw new CodedError("INVALID_INPUT", "Give either 'id' or 'source'.");
        var row = id is not null
            ? await ArticleQueries.ById(_view.Session, _view.Viewer, _view.Pin, id)
            : await ArticleQueries.BySource(_view.Session, _view.Viewer, _view.Pin, source!.Institution, source.Path);
        return row is null ? null : new ArticleNode(_view, row);
    }

    public Task<Connection<ArticleNode>> Articles(ArticleFilter? filter, int first, string? after)
    {
        var rows = filter ?? new ArticleFilter();
        return Paged.Of<ArticleRow, ArticleNode>("articles", _view, first, after,
            (view, key) => ArticleQueries.List(view.Session, view.Viewer, view.Pin, rows, first, Number(key)),
            (view, row) => new ArticleNode(view, row),
            row => row.Born.ToString(CultureInfo.InvariantCulture));
    }

    internal static long? Number(string? key) => key is null ? null
        : long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Cursor.Invalid();
}
