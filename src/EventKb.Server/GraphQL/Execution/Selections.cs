using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>Looks ahead at what is asked below a field, so that long texts are read only when they are.</summary>
internal static class Selections
{
    /// <summary>True when a long text of the field's objects may be asked for; a fragment may ask for anything.</summary>
    public static bool WantTexts(IResolveFieldContext context) => Wants(context.FieldAst.SelectionSet, context.FieldDefinition);

    private static bool Wants(GraphQLSelectionSet? set, FieldType of)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is not GraphQLField asked || (of.ResolvedType?.GetNamedType() as IComplexGraphType)?.GetField(asked.Name) is not { } field)
            {
                if (selection is not GraphQLField { Name.StringValue: "__typename" })
                    return true;
            }
            else if (field.HasMetadata(LongTextAttribute.Key) || (IsPage(asked.Name.StringValue) && Wants(asked.SelectionSet, field)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPage(string name) => name is "edges" or "node" or "nodes";
}

/// <summary>Marks a field whose text is read only where it is asked for.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LongTextAttribute : GraphQLAttribute
{
    public const string Key = "LongText";

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, true);
}
