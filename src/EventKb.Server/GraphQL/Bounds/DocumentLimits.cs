namespace EventKb.Server.GraphQL.Bounds;

/// <summary>Bounds on a document, checked before anything is done that costs more than reading it once.</summary>
internal sealed record DocumentLimits
{
    public static DocumentLimits Default { get; } = new();

    public int Bytes { get; init; } = 64 * 1024;

    public int Tokens { get; init; } = 2_000;

    public int ParserDepth { get; init; } = 64;

    public int Fields { get; init; } = 300;

    public int Aliases { get; init; } = 20;

    public int Directives { get; init; } = 20;

    public int Fragments { get; init; } = 20;

    public int RootFields { get; init; } = 10;

    /// <summary>Nested fields, fragments expanded.</summary>
    public int Depth { get; init; } = 15;

    public double Cost { get; init; } = 2_000;

    public int Page { get; init; } = 100;

    /// <summary>The introspection query that tools send is deeper than any question about knowledge.</summary>
    public int IntrospectionDepth { get; init; } = 20;

    public bool Introspection { get; init; } = true;
}
