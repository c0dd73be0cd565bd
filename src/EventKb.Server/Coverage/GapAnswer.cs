using EventKb.Domain;
using EventKb.ReadModels.Coverage;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.ServiceRecords;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Coverage;

/// <summary>Days on which something is missing.</summary>
[Name("Gap")]
internal sealed class GapAnswer(Reading view, GapRow row)
{
    public GapKind Kind => row.Kind;

    public InstitutionNode Institution => new(view, row.Institution);

    [Id]
    public string? SubjectId => row.Subject;

    public IDataLoaderResult<INode?> Subject() => InstitutionNode.OrEntry(view, row.Subject);

    public Duty? Duty => row.Duty;

    public Level? Level => row.Level;

    public Scope? Scope => row.Scope;

    public DateOnly From => row.From;

    public DateOnly? Until => row.Until;

    public int Days => row.Days;

    public IDataLoaderResult<ArticleNode?> Article() => view.Find<ArticleNode>(row.Article);

    public IDataLoaderResult<ServiceRecordNode?> Record() => view.Find<ServiceRecordNode>(row.Record);
}
