using EventKb.ReadModels.Audit;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Coverage;
using EventKb.ReadModels.Governance;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.Ownership;
using EventKb.Server.Catalogue;
using EventKb.Server.Governance;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Ownership;
using EventKb.Server.Sources;
using GraphQL;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>The schema: queries from the types of this program, mutations from the commands of the domain.</summary>
internal sealed class EventKbSchema : global::GraphQL.Types.Schema
{
    public EventKbSchema(IServiceProvider services) : base(services)
    {
        this.RegisterTypeMapping<long, PositionGraphType>();
        this.RegisterTypeMapping<DateTimeOffset, DateTimeScalar>();
        this.RegisterTypeMapping<DateOnly, DateScalar>();
        foreach (var filter in Filters)
            RegisterTypeMapping(filter, typeof(FilterGraphType<>).MakeGenericType(filter));
        Query = new AutoRegisteringObjectGraphType<Query>();
        var shapes = new InputShapes();
        Mutation = new MutationGraphType(shapes);
        foreach (var type in shapes.Types)
            RegisterType(type);
        foreach (var type in shapes.Enums)
            RegisterType(type);
        foreach (var node in NodeTypes)
            RegisterType(typeof(AutoRegisteringObjectGraphType<>).MakeGenericType(node));
        RegisterVisitor(new Descriptions());
    }

    /// <summary>The rows' filters, which are inputs of the schema as they are.</summary>
    private static IReadOnlyList<Type> Filters { get; } =
    [
        typeof(ArticleFilter), typeof(AuditFilter), typeof(CatalogueFilter), typeof(ControlFilter), typeof(GapFilter), typeof(OwnershipFilter),
    ];

    /// <summary>Everything that <c>node</c> may answer with.</summary>
    internal static IReadOnlyList<Type> NodeTypes { get; } =
    [
        typeof(ArticleNode), typeof(OwnershipNode), typeof(KnowledgeProcessNode), typeof(ControlNode), typeof(CatalogueEntryNode),
        typeof(InstitutionNode), typeof(KnowledgeSourceNode),
    ];
}
