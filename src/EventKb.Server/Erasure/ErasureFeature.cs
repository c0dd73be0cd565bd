using EventKb.Domain.Erasure;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Erasure;

/// <summary>Erasing texts on a legal basis.</summary>
internal static class ErasureFeature
{
    private static readonly MutationsOf<ErasureCommand, ErasurePayload> Content = new(Domain.Erasure.Erasure.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Mutations = [Content.Begin<ErasureCommand.EraseContent>("eraseContent") with { InstitutionOf = "stream" }],
        },
    };
}

/// <summary>What became of an erasure.</summary>
internal sealed class ErasurePayload : CommandPayload;
