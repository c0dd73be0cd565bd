using EventKb.Server.GraphQL.Mutations;
using GraphQL;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>The schema: questions and objects from the classes of the features, mutations from the commands of the domain.</summary>
internal sealed class EventKbSchema : global::GraphQL.Types.Schema
{
    public EventKbSchema(IServiceProvider services, IReadOnlyList<SchemaPart> parts) : base(services)
    {
        this.RegisterTypeMapping<long, PositionGraphType>();
        this.RegisterTypeMapping<DateTimeOffset, DateTimeScalar>();
        this.RegisterTypeMapping<DateOnly, DateScalar>();
        this.RegisterTypeMapping<Query, QueryGraphType>();
        foreach (var filter in parts.SelectMany(Filters).Distinct())
            RegisterTypeMapping(filter, typeof(FilterGraphType<>).MakeGenericType(filter));
        Query = new QueryGraphType(parts);
        var shapes = new InputShapes(parts.SelectMany(part => part.Inputs).ToDictionary());
        Mutation = new MutationGraphType(parts.SelectMany(part => part.Mutations), shapes);
        foreach (var type in shapes.Types)
            RegisterType(type);
        foreach (var type in shapes.Enums)
            RegisterType(type);
        foreach (var node in parts.SelectMany(part => part.Nodes))
        {
            RegisterTypeMapping(node.Type, typeof(NodeGraphType<>).MakeGenericType(node.Type));
            RegisterType(typeof(NodeGraphType<>).MakeGenericType(node.Type));
        }

        RegisterVisitor(new Descriptions());
    }

    /// <summary>The rows' filters that questions take, which are inputs of the schema as they are.</summary>
    private static IEnumerable<Type> Filters(SchemaPart part) =>
        (part.Questions?.GetMethods() ?? []).SelectMany(method => method.GetParameters())
        .Where(parameter => parameter.Name == "filter").Select(parameter => parameter.ParameterType);
}
