using EventKb.Domain.Holds;
using EventKb.ReadModels.Holds;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Holds;

/// <summary>Keeping things from being erased as long as a case is open.</summary>
internal static class LegalHoldFeature
{
    private static readonly MutationsOf<LegalHoldCommand, LegalHoldPayload> Hold = new(LegalHold.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(LegalHoldQuestions),
            Nodes =
            [
                NodeType.Of<LegalHoldNode, LegalHoldRow>(LegalHold.Category, LegalHoldQueries.ByIds, (view, row) => new LegalHoldNode(view, row)),
            ],
            Mutations =
            [
                Hold.Begin<LegalHoldCommand.Place>("placeLegalHold") with { InstitutionOf = "held" },
                Hold.Change<LegalHoldCommand.Release>("releaseLegalHold"),
            ],
        },
    };
}

/// <summary>What became of a command about a hold.</summary>
internal sealed class LegalHoldPayload : CommandPayload
{
    public Task<LegalHoldNode?> LegalHold() => Changed<LegalHoldNode>();
}
