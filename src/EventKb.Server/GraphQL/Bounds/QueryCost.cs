using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Bounds;

/// <summary>
/// What an operation may cost: objects counted as often as the pages around them say, fragments expanded but each read once.
/// A page size outside 0…100 is refused, so that no number, least of all a negative one, can make a query cheap.
/// </summary>
internal sealed class QueryCost(DocumentLimits limits, ISchema schema, GraphQLDocument document, Inputs? variables)
{
    private const double Overflow = 1e9;
    private readonly Dictionary<string, Measure?> _fragments = [];
    private readonly Dictionary<string, GraphQLValue?> _defaults = [];

    /// <summary>Refuses the operation where it is over a bound, and where it is not known which one is meant.</summary>
    public void Check(string? operationName)
    {
        var operation = Operation(operationName);
        foreach (var variable in operation.Variables?.Items ?? [])
            _defaults[variable.Variable.Name.StringValue] = variable.DefaultValue;
        var measure = Of(operation.SelectionSet, operation.Operation == OperationType.Mutation ? schema.Mutation : schema.Query);
        if (measure.Fields > limits.RootFields)
            throw new BoundExceededException("TOO_MANY_ROOT_FIELDS", $"The operation has more than {limits.RootFields} root fields.");
        var depth = measure.Introspects ? limits.IntrospectionDepth : limits.Depth;
        if (measure.Depth > depth)
            throw new BoundExceededException("QUERY_TOO_DEEP", $"The operation is nested deeper than {depth} fields.");
        if (measure.Cost > limits.Cost)
            throw new BoundExceededException("QUERY_TOO_COSTLY",
                $"The operation costs {Math.Min(measure.Cost, Overflow):0}, more than {limits.Cost:0}; ask for less or smaller pages.");
        if (measure.Introspects && !limits.Introspection)
            throw new BoundExceededException("INTROSPECTION_OFF", "Introspection is switched off; read the published schema.");
    }

    private GraphQLOperationDefinition Operation(string? name)
    {
        var meant = document.Definitions.OfType<GraphQLOperationDefinition>().Where(o => name is null || o.Name?.StringValue == name);
        return meant.Take(2).ToList() is [var operation] ? operation : throw new BoundExceededException("OPERATION_NOT_FOUND",
            "The document has no such operation, or more than one; name one of its operations in 'operationName'.");
    }

    private Measure Of(GraphQLSelectionSet? set, IGraphType? type)
    {
        var sum = new Measure(0, 0, 0, false);
        foreach (var selection in set?.Selections ?? [])
        {
            sum = sum.Plus(selection switch
            {
                GraphQLField field => Of(field, type),
                GraphQLInlineFragment inline => Of(inline.SelectionSet, Named(inline.TypeCondition) ?? type),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue),
                _ => default,
            });
        }

        return sum;
    }

    private Measure Of(GraphQLField field, IGraphType? type)
    {
        var name = field.Name.StringValue;
        var definition = Definition(type, name);
        var inside = Of(field.SelectionSet, definition?.ResolvedType?.GetNamedType());
        // A field that there is not is refused by validation, which comes after this.
        var cost = definition is null ? new FieldCost(0, 1) : FieldCost.Of(definition, type, field.SelectionSet is not null);
        var sum = cost.Itself + ((Page(field) is { } page ? Math.Max(1, page) : cost.Times) * inside.Cost);
        return new Measure(1, inside.Depth + 1, Math.Min(sum, Overflow), inside.Introspects || name is "__schema" or "__type");
    }

    private FieldType? Definition(IGraphType? type, string name) => name switch
    {
        "__schema" => schema.SchemaMetaFieldType,
        "__type" => schema.TypeMetaFieldType,
        _ => (type as IComplexGraphType)?.GetField(name),
    };

    private IGraphType? Named(GraphQLTypeCondition? condition) => condition is null ? null : schema.AllTypes[condition.Type.Name];

    /// <summary>A cycle is refused by validation, so here it only must not run for ever.</summary>
    private Measure OfFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known))
            return known ?? default;
        _fragments[name] = null;
        var fragment = document.Definitions.OfType<GraphQLFragmentDefinition>()
            .FirstOrDefault(f => f.FragmentName.Name.StringValue == name);
        var measure = Of(fragment?.SelectionSet, Named(fragment?.TypeCondition));
        _fragments[name] = measure;
        return measure;
    }

    private int? Page(GraphQLField field)
    {
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            if (argument.Name.StringValue is not ("first" or "last"))
                continue;
            if (Size(argument.Value) is not { } size)
                return limits.Page;
            return size >= 0 && size <= limits.Page
                ? (int)size
                : throw new BoundExceededException("PAGE_SIZE_OUT_OF_RANGE", $"'{argument.Name.StringValue}' must be 0–{limits.Page}.");
        }

        return null;
    }

    /// <summary>The number asked for, or null where it is none: then validation refuses it, and until then it counts as the most.</summary>
    private double? Size(GraphQLValue? value) => value switch
    {
        GraphQLIntValue number => double.TryParse(number.Value.Span, out var size) ? size : null,
        GraphQLVariable variable when variables?.TryGetValue(variable.Name.StringValue, out var given) == true =>
            given is int or long or decimal or double or System.Numerics.BigInteger ? Convert.ToDouble(
                given is System.Numerics.BigInteger big ? (double)big : given, System.Globalization.CultureInfo.InvariantCulture) : null,
        GraphQLVariable variable => Size(_defaults.GetValueOrDefault(variable.Name.StringValue)),
        _ => null,
    };

    private readonly record struct Measure(int Fields, int Depth, double Cost, bool Introspects)
    {
        public Measure Plus(Measure other) => new(
            (int)Math.Min((long)Fields + other.Fields, int.MaxValue),
            Math.Max(Depth, other.Depth),
            Math.Min(Cost + other.Cost, Overflow),
            Introspects || other.Introspects);
    }
}
