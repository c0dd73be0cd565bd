using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Catalogue;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Catalogue;

/// <summary>The registers of services, resources, life situations and institutions.</summary>
internal static class CatalogueFeature
{
    private static readonly MutationsOf<CatalogueEntryCommand, CatalogueEntryPayload> Entry = new(CatalogueEntry.Category);
    private static readonly MutationsOf<InstitutionCommand, InstitutionPayload> Registered = new(Institution.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(CatalogueQuestions),
            Nodes =
            [
                NodeType.Of<CatalogueEntryNode, CatalogueEntryRow>(CatalogueEntry.Category, CatalogueQueries.ByIds,
                    (view, row) => new CatalogueEntryNode(view, row)),
                new NodeType(Institution.Category, typeof(InstitutionNode), InstitutionNode.Find),
            ],
            Mutations =
            [
                Entry.Begin<CatalogueEntryCommand.Register>("registerCatalogueEntry"),
                Entry.Change<CatalogueEntryCommand.Describe>("describeCatalogueEntry"),
                Entry.Change<CatalogueEntryCommand.Discontinue>("discontinueCatalogueEntry"),
                Entry.Change<CatalogueEntryCommand.AddDependency>("addCatalogueDependency"),
                Entry.Change<CatalogueEntryCommand.RemoveDependency>("removeCatalogueDependency"),
                Registered.Begin<InstitutionCommand.Register>("registerInstitution"),
                Registered.Change<InstitutionCommand.Merge>("mergeInstitution"),
                Registered.Change<InstitutionCommand.Split>("splitInstitution"),
                Registered.Change<InstitutionCommand.Succeed>("succeedInstitution"),
            ],
            WithoutMutation = [typeof(CatalogueEntryCommand.Mirror)],
        },
    };
}

/// <summary>What became of a command to a catalogue entry.</summary>
internal sealed class CatalogueEntryPayload : CommandPayload
{
    public Task<CatalogueEntryNode?> Entry() => Changed<CatalogueEntryNode>();
}

/// <summary>What became of a command to an institution.</summary>
internal sealed class InstitutionPayload : CommandPayload
{
    public Task<InstitutionNode?> Institution() => Changed<InstitutionNode>();
}
