using System.Collections.Frozen;
using GraphQL.Types;
using GraphQL.Utilities;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>Puts descriptions in English and Latvian on everything in the schema, from the tables beside the features.</summary>
/// <remarks>A line is <c>Type.field(argument)</c>, English, Latvian, separated by tabs; <c>*</c> stands for any type or field.</remarks>
internal sealed class Descriptions : BaseSchemaNodeVisitor
{
    private static readonly FrozenDictionary<string, string> Texts = TextResources.Lines("descriptions.tsv")
        .Select(line => line.Split('\t')).ToFrozenDictionary(p => p[0], p => $"{p[1]} — LV: {p[2]}");

    /// <summary>Keys in the tables; a test finds those that describe nothing.</summary>
    internal static IEnumerable<string> Keys => Texts.Keys;

    /// <inheritdoc/>
    public override void VisitScalar(ScalarGraphType type, ISchema schema) => Describe(type);

    /// <inheritdoc/>
    public override void VisitObject(IObjectGraphType type, ISchema schema) => Describe(type);

    /// <inheritdoc/>
    public override void VisitInterface(IInterfaceGraphType iface, ISchema schema) => Describe(iface);

    /// <inheritdoc/>
    public override void VisitEnum(EnumerationGraphType type, ISchema schema) => Describe(type);

    /// <inheritdoc/>
    public override void VisitInputObject(IInputObjectGraphType type, ISchema schema) => Describe(type);

    /// <inheritdoc/>
    public override void VisitEnumValue(EnumValueDefinition value, EnumerationGraphType type, ISchema schema) =>
        value.Description ??= Find($"{type.Name}.{value.Name}", $"*.{value.Name}");

    /// <inheritdoc/>
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema) => Describe(field, type.Name);

    /// <inheritdoc/>
    public override void VisitInterfaceFieldDefinition(FieldType field, IInterfaceGraphType type, ISchema schema) => Describe(field, type.Name);

    /// <inheritdoc/>
    public override void VisitInputObjectFieldDefinition(FieldType field, IInputObjectGraphType type, ISchema schema) =>
        Describe(field, type.Name);

    /// <inheritdoc/>
    public override void VisitObjectFieldArgumentDefinition(QueryArgument argument, FieldType field, IObjectGraphType type, ISchema schema) =>
        argument.Description ??= Find($"{type.Name}.{field.Name}({argument.Name})", $"*({argument.Name})");

    private static void Describe(IGraphType type)
    {
        if (!type.Name.StartsWith("__", StringComparison.Ordinal))
            type.Description = Find(type.Name, Ending(type.Name)) ?? type.Description;
    }

    private static void Describe(FieldType field, string type) => field.Description = Find($"{type}.{field.Name}", $"{Ending(type)}.{field.Name}",
        $"*.{field.Name}");

    private static string Ending(string type) => type switch
    {
        _ when type.EndsWith("Connection", StringComparison.Ordinal) => "*Connection",
        _ when type.EndsWith("Edge", StringComparison.Ordinal) => "*Edge",
        _ when type.EndsWith("Payload", StringComparison.Ordinal) => "*Payload",
        _ when type.EndsWith("Input", StringComparison.Ordinal) => "*Input",
        _ => "",
    };

    private static string? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (Texts.TryGetValue(key, out var text))
                return text;
        return null;
    }
}
