using System.Globalization;
using EventKb.Domain;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Paging;
using GraphQL;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>Questions about articles.</summary>
internal sealed class ArticleQuestions(Reading view)
{
    private const int LongestTitle = 200;

    public async Task<ArticleNode?> Article([Id] string? id, SourceInput? source)
    {
        if (id is null == source is null)
            throw new CodedError("INVALID_INPUT", "Give either 'id' or 'source'.");
        var row = id is not null
            ? await ArticleQueries.ById(view.Session, view.Viewer, view.Pin, id)
            : await ArticleQueries.BySource(view.Session, view.Viewer, view.Pin, source!.Institution, source.Path);
        return row is null ? null : new ArticleNode(view, row);
    }

    public async Task<IEnumerable<ArticleTemplateAnswer>> ArticleTemplates(string institution) => InstitutionCode.IsValid(institution)
        ? await ArticleTemplateAnswer.Of(view, new InstitutionCode(institution))
        : throw new CodedError("INVALID_INPUT", InputShapes.NoInstitution);

    public Task<Connection<ArticleNode>> Articles(ArticleFilter? filter, int first, string? after)
    {
        var rows = filter ?? new ArticleFilter();
        if (rows.Title?.Length > LongestTitle)
            throw new CodedError("INVALID_INPUT", $"'title' is longer than {LongestTitle} characters.");
        return Paged.Of<ArticleRow, ArticleNode>("articles", view, first, after,
            (at, key) => ArticleQueries.List(at.Session, at.Viewer, at.Pin, rows, first, Cursor.Number(key)),
            (at, row) => new ArticleNode(at, row),
            row => row.FirstPosition.ToString(CultureInfo.InvariantCulture));
    }
}
