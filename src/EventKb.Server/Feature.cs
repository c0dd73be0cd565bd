using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Reactions;

namespace EventKb.Server;

/// <summary>What a feature brings to the server.</summary>
internal sealed record Feature
{
    /// <summary>Its part of the schema.</summary>
    public SchemaPart Schema { get; init; } = new();

    /// <summary>What time brings.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    /// <summary>Adds what is neither asked nor sent over GraphQL.</summary>
    public Action<IEndpointRouteBuilder> Map { get; init; } = _ => { };
}
