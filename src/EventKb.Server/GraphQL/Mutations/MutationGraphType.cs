using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>The mutation root: a field for every definition.</summary>
internal sealed class MutationGraphType : ObjectGraphType
{
    public MutationGraphType(IEnumerable<MutationDefinition> definitions, InputShapes shapes)
    {
        Name = "Mutation";
        foreach (var definition in definitions)
            AddField(FieldOf(definition, shapes));
    }

    private static FieldType FieldOf(MutationDefinition definition, InputShapes shapes)
    {
        var command = new CommandShape(definition, shapes);
        var input = shapes.Define(definition.TypeName + "Input", [.. Streams(definition), .. command.Fields, .. Circumstances(definition)]);
        var payload = (IGraphType)Activator.CreateInstance(typeof(PayloadGraphType<>).MakeGenericType(definition.Payload), definition.TypeName)!;
        return new FieldType
        {
            Name = definition.Name,
            ResolvedType = new NonNullGraphType(payload),
            Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(input)) { Name = "input" }),
            Resolver = new FuncFieldResolver<object>(context => Resolve(definition, command, context)),
        };
    }

    private static async ValueTask<object?> Resolve(MutationDefinition definition, CommandShape command, IResolveFieldContext context)
    {
        var given = context.GetArgument<IDictionary<string, object?>>("input");
        return await CommandSending.Send((Operation)context.RootValue!, definition, command, given, context.CancellationToken);
    }

    private static IEnumerable<InputField> Streams(MutationDefinition definition)
    {
        if (!definition.IsBeginning)
            yield return Field("id", "ID", required: true);
        else if (definition.InstitutionOf is null)
            yield return Field("institution", "String", required: true);
    }

    private static IEnumerable<InputField> Circumstances(MutationDefinition definition) =>
    [
        Field("expectedVersion", "Int"), Field("clientMutationId", "String"), Field("reasonCode", "String", definition.NeedsReason),
        Field("reason", "String"), Field("actingDuty", nameof(Duty)), Field("onBehalfOf", "ID"),
        .. definition.MayActForAnother ? [Field("actingInstitution", "String")] : Array.Empty<InputField>(),
    ];

    private static InputField Field(string name, string type, bool required = false) =>
        new(name, InputShape.Of(type, given => given), required, null);
}

/// <summary>A payload under the name of its mutation.</summary>
internal sealed class PayloadGraphType<T> : AutoRegisteringObjectGraphType<T>
{
    public PayloadGraphType(string mutation) => Name = mutation + "Payload";
}
