namespace EventKb.Server.GraphQL.Bounds;

/// <summary>What a field costs by its name: an object 1, a plain value nothing, and the few that are dearer.</summary>
internal static class FieldWeights
{
    /// <summary>Cost of the field itself.</summary>
    public static double Of(string name, bool isObject) => name switch
    {
        "body" or "sections" => 5,
        "diff" => 20,
        "lineage" => 50,
        "gaps" => 20,
        "totalCount" => 5,
        _ when name.StartsWith("__", StringComparison.Ordinal) => 0,
        _ => isObject ? 1 : 0,
    };

    /// <summary>How often what is inside is counted where no page size says so: lists of a bounded, small length.</summary>
    public static int Repeats(string name) => name switch
    {
        "changes" or "relations" or "flags" or "attachments" or "terms" or "deputies" or "approvals" or "findings" => 3,
        _ => 1,
    };
}
