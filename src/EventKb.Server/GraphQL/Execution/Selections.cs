using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>Looks ahead at what is asked below a field, so that long texts are read only when they are.</summary>
internal static class Selections
{
    /// <summary>True when a revision's long texts may be asked for; a fragment may ask for anything.</summary>
    public static bool WantTexts(GraphQLSelectionSet? set)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is not GraphQLField field || field.Name.StringValue is "body" or "summary" or "sections")
                return true;
            if (field.SelectionSet is not null && field.Name.StringValue is "edges" or "node" or "nodes" && WantTexts(field.SelectionSet))
                return true;
        }

        return false;
    }
}
