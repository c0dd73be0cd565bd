using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>An exact version of an article, which the viewer may or may not see.</summary>
[Name("ArticleVersion")]
internal sealed class VersionReference(Reading view, ArticleVersion version)
{
    [Id]
    public string ArticleId => version.Article;

    public int Revision => version.Revision;

    public long Position => version.Position;

    public IDataLoaderResult<ArticleNode?> Article() => view.Find<ArticleNode>(version.Article);

    public IDataLoaderResult<INode?> Thing() => view.Nodes.Load(version.Article);
}

/// <summary>How a revision of one article relates to an exact version of another.</summary>
[Name("ArticleRelation")]
internal sealed class RelationAnswer(Reading view, RelationRow row)
{
    public RelationType Type => row.Type;

    public VersionReference Source => new(view, new ArticleVersion(row.Article, row.Revision, row.Position));

    public VersionReference Target => new(view, row.Target);

    public PersonAnswer Person => new(view, row.Person);

    public string? ReasonCode => row.ReasonCode;

    public string? Reason => row.Reason;

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public long Position => row.Position;
}
