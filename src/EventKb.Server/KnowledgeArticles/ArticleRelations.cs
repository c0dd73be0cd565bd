using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>An exact version of an article or a record, which the viewer may or may not see.</summary>
[Name("ExactVersion")]
internal sealed class ExactVersionAnswer(Reading view, ExactVersion version)
{
    [Id]
    public string ThingId => version.Stream;

    public int Number => version.Number;

    public long Position => version.Position;

    public IDataLoaderResult<ArticleNode?> Article() => view.Find<ArticleNode>(version.Stream);

    public IDataLoaderResult<INode?> Thing() => view.Nodes.Load(version.Stream);
}

/// <summary>How a revision of one article relates to an exact version of another.</summary>
[Name("ArticleRelation")]
internal sealed class RelationAnswer(Reading view, RelationRow row)
{
    public RelationType Type => row.Type;

    public ExactVersionAnswer Source => new(view, new ExactVersion(row.Article, row.Revision, row.Position));

    public ExactVersionAnswer Target => new(view, row.Target);

    public PersonAnswer Person => new(view, row.Person);

    public string? ReasonCode => row.ReasonCode;

    public string? Reason => row.Reason;

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public long Position => row.Position;
}
