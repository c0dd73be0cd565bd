using EventKb.Server.GraphQL.Mutations;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>What one feature brings to the schema.</summary>
internal sealed record SchemaPart
{
    /// <summary>Class whose public methods are fields of Query; it is made of the <see cref="Execution.Reading"/> that is asked.</summary>
    public Type? Questions { get; init; }

    /// <summary>What is asked most, with a variable <c>$first</c>; it is asked before the first client does.</summary>
    public string? UsualQuestion { get; init; }

    /// <summary>What has a global id.</summary>
    public IReadOnlyList<NodeType> Nodes { get; init; } = [];

    /// <summary>
    /// Fields for objects of other features: the class of such an object, and one whose public methods are the fields; it is made of the
    /// <see cref="Execution.Reading"/> and the object's id.
    /// </summary>
    public IReadOnlyList<(Type To, Type Fields)> Added { get; init; } = [];

    /// <summary>What the answers of every question say besides of a view, under a name of its own, where there is something to say.</summary>
    public Func<Execution.Reading, Task<(string Name, object Said)?>>? Remarks { get; init; }

    /// <summary>What may be sent.</summary>
    public IReadOnlyList<MutationDefinition> Mutations { get; init; } = [];

    /// <summary>Commands that no person gives: they come from importers, the clock or the operator's command line.</summary>
    public IReadOnlyList<Type> WithoutMutation { get; init; } = [];

    /// <summary>How values of commands are written where that does not follow from their type.</summary>
    public IReadOnlyDictionary<Type, Func<InputShapes, InputShape>> Inputs { get; init; } = new Dictionary<Type, Func<InputShapes, InputShape>>();
}
