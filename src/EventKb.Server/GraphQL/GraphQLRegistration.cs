using EventKb.Server.GraphQL.Bounds;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.Execution;

namespace EventKb.Server.GraphQL;

/// <summary>Registers what GraphQL needs.</summary>
internal static class GraphQLRegistration
{
    public static IServiceCollection AddEventKbGraphQL(this IServiceCollection services, ServerOptions options,
        IReadOnlyList<SchemaPart> parts)
    {
        var limits = DocumentLimits.Default with { Introspection = options.Introspection };
        services.AddSingleton(limits);
        services.AddSingleton(parts);
        services.AddSingleton<QueryGraphType>();
        services.AddSingleton<PositionGraphType>();
        services.AddSingleton<DateTimeScalar>();
        services.AddSingleton<DateScalar>();
        services.AddSingleton(typeof(FilterGraphType<>));
        services.AddSingleton(typeof(NodeGraphType<>));
        services.AddSingleton<CachedDocuments>();
        services.AddSingleton<ResponseWriter>();
        services.AddSingleton<GraphQLExecutor>();
        services.AddSingleton<IDocumentBuilder>(new BoundedDocumentBuilder(limits));
        services.AddGraphQL(builder => builder
            .AddSchema<EventKbSchema>()
            .AddAutoClrMappings());
        return services;
    }
}
