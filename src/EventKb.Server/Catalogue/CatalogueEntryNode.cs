using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Catalogue;

/// <summary>A service, resource or life situation as its register has it in a view.</summary>
[Name("CatalogueEntry")]
[Implements(typeof(INode))]
internal sealed class CatalogueEntryNode(Reading view, CatalogueEntryRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public InstitutionNode Institution => new(view, row.Institution);

    public EntryKind Kind => row.Kind;

    public string Code => row.Code;

    public string? Name => row.Name;

    public string? Summary => row.Summary;

    public DateOnly? From => row.From;

    public DateOnly? Until => row.Until;

    public bool InRegister => row.InRegister;

    public int Version => (int)row.Version;

    [Id]
    public IEnumerable<string> DependsOnIds => row.DependsOn;

    public IDataLoaderResult<IEnumerable<CatalogueEntryNode>> DependsOn() => view.FindAll<CatalogueEntryNode>(row.DependsOn);

    [Id]
    public IEnumerable<string> NeededByIds => row.NeededBy;

    public IDataLoaderResult<IEnumerable<CatalogueEntryNode>> NeededBy() => view.FindAll<CatalogueEntryNode>(row.NeededBy);
}
