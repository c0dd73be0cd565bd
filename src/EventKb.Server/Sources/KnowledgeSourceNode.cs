using EventKb.ReadModels.Sources;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Sources;

/// <summary>A knowledge source as it stands in a view.</summary>
[Name("KnowledgeSource")]
[Implements(typeof(INode))]
internal sealed class KnowledgeSourceNode(Reading view, SourceRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public InstitutionNode Institution => new(view, row.Institution);

    public int Version => (int)row.Version;

    public string Repository => row.Repository;

    public string? Ref => row.Ref;

    public string? Commit => row.Commit;

    public DateTimeOffset? Through => row.Through;

    public bool Rewritten => row.Rewritten;

    public DateTimeOffset? ImportedAt => row.ImportedAt;

    public Task<Connection<MissingFileAnswer>> MissingFiles(int first, string? after) =>
        Paged.Of<MissingFileRow, MissingFileAnswer>($"missingFiles {Id}", view, first, after,
            (at, key) => SourceQueries.Missing(at.Session, at.Viewer, at.Pin, Id, first, key),
            (at, file) => new MissingFileAnswer(at, file),
            file => file.Path);
}

/// <summary>A file of a source that could not be taken and has no article.</summary>
[Name("MissingFile")]
internal sealed class MissingFileAnswer(Reading view, MissingFileRow row)
{
    public string Path => row.Path;

    public string? PathBytes => row.PathBytes;

    public string Commit => row.Commit;

    public string? Blob => row.Blob;

    public int Bytes => (int)Math.Min(row.Bytes, int.MaxValue);

    public string Reason => row.Reason;

    [Id]
    public string ArticleId => row.Article;

    public IDataLoaderResult<ArticleNode?> Article() => view.Find<ArticleNode>(row.Article);
}
