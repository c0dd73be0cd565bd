using GraphQL;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Bounds;

/// <summary>What a field costs, and how often what is inside it is counted.</summary>
internal readonly record struct FieldCost(double Itself, double Times)
{
    /// <summary>How often a list is counted that has no pages and says nothing else of itself: such lists are short.</summary>
    private const double ShortList = 3;

    /// <summary>As the field's metadata say (<see cref="ComplexityAttribute"/>), else an object 1 and a plain value nothing.</summary>
    public static FieldCost Of(FieldType field, IGraphType? parent, bool isObject)
    {
        // Fields of the schema itself bring the library's rules, which want its own walk; they are counted like any other.
        var introspects = field.Name.StartsWith("__", StringComparison.Ordinal) || parent?.Name.StartsWith("__", StringComparison.Ordinal) == true;
        if (!introspects && field.GetComplexityImpactDelegate() is { } said)
        {
            var cost = said(default);
            return new(cost.FieldImpact, cost.ChildImpactMultiplier);
        }

        var isList = field.ResolvedType is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };
        return new(isObject ? 1 : 0, isList ? ShortList : 1);
    }
}
