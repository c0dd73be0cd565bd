namespace EventKb.Server.GraphQL.Schema;

/// <summary>
/// The rows' filter that a filter of the schema asks for: every member of the one is named as in the other, so that none is forgotten.
/// </summary>
internal static class RowFilter
{
    public static TFilter Of<TFilter>(object? asked) where TFilter : class, new()
    {
        var filter = new TFilter();
        foreach (var member in typeof(TFilter).GetProperties())
            if (asked?.GetType().GetProperty(member.Name)!.GetValue(asked) is { } given)
                member.SetValue(filter, given);
        return filter;
    }
}
