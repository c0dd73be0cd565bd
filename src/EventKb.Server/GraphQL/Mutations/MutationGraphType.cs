using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>The mutation root: a field for every definition.</summary>
internal sealed class MutationGraphType : ObjectGraphType
{
    private static readonly InputField[] Envelope =
    [
        Optional("expectedVersion", "Int"), Optional("clientMutationId", "String"), Optional("reasonCode", "String"),
        Optional("reason", "String"), Optional("actingDuty", nameof(Duty)), Optional("onBehalfOf", "ID"),
    ];

    public MutationGraphType(InputShapes shapes)
    {
        Name = "Mutation";
        foreach (var definition in MutationCatalogue.All)
            AddField(FieldOf(definition, shapes));
    }

    private static FieldType FieldOf(MutationDefinition definition, InputShapes shapes)
    {
        var command = new CommandShape(definition.Command, shapes);
        var input = shapes.Define(
            char.ToUpperInvariant(definition.Name[0]) + definition.Name[1..] + "Input", [.. Streams(definition), .. command.Fields, .. Envelope]);
        return new FieldType
        {
            Name = definition.Name,
            Type = typeof(NonNullGraphType<>).MakeGenericType(typeof(AutoRegisteringObjectGraphType<>).MakeGenericType(definition.Payload)),
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
        if (definition.Begins is null)
            yield return new InputField("id", InputShape.Of("ID", given => given), true, null);
        else if (definition.Name != "eraseContent")
            yield return new InputField("institution", InputShape.Of("String", given => given), true, null);
    }

    private static InputField Optional(string name, string type) => new(name, InputShape.Of(type, given => given), false, null);
}
