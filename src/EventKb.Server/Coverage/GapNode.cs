using EventKb.Domain;
using EventKb.ReadModels.Coverage;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Coverage;

/// <summary>Days on which something is missing.</summary>
[Name("Gap")]
internal sealed class GapNode(Reading view, GapRow row)
{
    public GapKind Kind => row.Kind;

    public InstitutionNode Institution => new(view, row.Institution);

    [Id]
    public string? Subject => row.Subject;

    public Duty? Duty => row.Duty;

    public Level? Level => row.Level;

    public Scope? Scope => row.Scope;

    public DateOnly From => row.From;

    public DateOnly? Until => row.Until;

    public int Days => row.Days;

    public IDataLoaderResult<ArticleNode?> Article() => row.Article is { } id
        ? view.Loaders.Articles.Load(id).Map(found => found is null ? null : new ArticleNode(view, found))
        : new Ready<ArticleNode?>(null);
}

/// <summary>Which gaps; everything given must hold.</summary>
[Name("GapFilter")]
internal sealed class GapFilterInput
{
    public string? Institution { get; set; }

    [Id]
    public string? Subject { get; set; }

    [Id]
    public string? Service { get; set; }

    [Id]
    public string? Resource { get; set; }

    public GapKind? Kind { get; set; }

    public Duty? Duty { get; set; }

    public Level? Level { get; set; }

    public Scope? Scope { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public bool? Open { get; set; }

    internal GapFilter ToFilter() => RowFilter.Of<GapFilter>(this) with { Subject = Subject ?? Service ?? Resource };
}
