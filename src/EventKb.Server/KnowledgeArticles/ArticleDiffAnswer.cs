using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using GraphQL;

namespace EventKb.Server.KnowledgeArticles;

internal sealed partial class ArticleNode
{
    [Complexity(20, 1)]
    public async Task<ArticleDiffAnswer> Diff(int from, int to)
    {
        var diff = await ArticleDiffs.Between(_view.Session, _view.Viewer, _row, from, _row, to);
        return diff is not null
            ? new ArticleDiffAnswer(_view, _row, diff)
            : throw new CodedError("NOT_FOUND", $"The article has no revision {from} or no revision {to}.");
    }
}

/// <summary>Two revisions compared.</summary>
[Name("ArticleDiff")]
internal sealed class ArticleDiffAnswer(Reading view, ArticleRow article, ArticleDiff diff)
{
    public ArticleRevisionAnswer From => new(view, article, diff.From);

    public ArticleRevisionAnswer To => new(view, article, diff.To);

    public TextDiff Title => diff.Title;

    public TextDiff Summary => diff.Summary;

    public TextDiff Body => diff.Body;

    public IEnumerable<SectionDiff> Sections => diff.Sections;

    public IEnumerable<FactChange> Facts => diff.Facts;
}
