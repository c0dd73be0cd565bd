using EventKb.Domain;
using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Bounds;

/// <summary>Counts what a document holds, each node once, so that no rule of validation meets more than the bounds.</summary>
internal sealed class DocumentCounts(DocumentLimits limits)
{
    private int _fields;
    private int _aliases;
    private int _directives;
    private int _fragments;

    public void Check(GraphQLDocument document)
    {
        foreach (var definition in document.Definitions)
        {
            Count(definition);
            if (_fields > limits.Fields)
                throw TooMany("TOO_MANY_FIELDS", "fields", limits.Fields);
            if (_aliases > limits.Aliases)
                throw TooMany("TOO_MANY_ALIASES", "aliases", limits.Aliases);
            if (_directives > limits.Directives)
                throw TooMany("TOO_MANY_DIRECTIVES", "directives", limits.Directives);
            if (_fragments > limits.Fragments)
                throw TooMany("TOO_MANY_FRAGMENTS", "fragments", limits.Fragments);
        }
    }

    private void Count(ASTNode definition)
    {
        switch (definition)
        {
            case GraphQLOperationDefinition operation:
                Add(operation.Directives);
                foreach (var variable in operation.Variables?.Items ?? [])
                    Add(variable.Directives);
                Count(operation.SelectionSet);
                break;
            case GraphQLFragmentDefinition fragment:
                _fragments++;
                Add(fragment.Directives);
                Count(fragment.SelectionSet);
                break;
        }
    }

    private void Count(GraphQLSelectionSet? set)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field:
                    _fields++;
                    _aliases += field.Alias is null ? 0 : 1;
                    Add(field.Directives);
                    Count(field.SelectionSet);
                    break;
                case GraphQLInlineFragment inline:
                    _fragments++;
                    Add(inline.Directives);
                    Count(inline.SelectionSet);
                    break;
                case GraphQLFragmentSpread spread:
                    _fragments++;
                    Add(spread.Directives);
                    break;
            }
        }
    }

    private void Add(GraphQLDirectives? directives) => _directives += directives?.Count ?? 0;

    private static BoundExceededException TooMany(string code, Wording what, int most) =>
        new(code, $"The document has more than {most} {what}.");
}
