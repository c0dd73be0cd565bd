using EventKb.Domain.Ownership;
using EventKb.ReadModels.Ownership;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;
using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;

namespace EventKb.Server.Ownership;

/// <summary>Who answers for what.</summary>
internal static class OwnershipFeature
{
    private static readonly MutationsOf<OwnershipAssignmentCommand, OwnershipAssignmentPayload> Assignment = new(OwnershipAssignment.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(OwnershipQuestions),
            Nodes =
            [
                NodeType.Of<OwnershipNode, OwnershipRow>(OwnershipAssignment.Category, OwnershipQueries.ByIds,
                    (view, row) => new OwnershipNode(view, row)),
            ],
            Mutations =
            [
                Assignment.Begin<Assign>("assignDuty"),
                Assignment.Change<Transfer>("transferDuty"),
                Assignment.Change<End>("endDutyTerm"),
                Assignment.Change<Correct>("correctDutyTerm"),
                Assignment.Change<AppointDeputy>("appointDeputy"),
                Assignment.Change<RelieveDeputy>("relieveDeputy"),
            ],
            WithoutMutation = [typeof(Mirror), typeof(MirrorAbsence)],
        },
    };
}

/// <summary>What became of a command to an ownership assignment.</summary>
internal sealed class OwnershipAssignmentPayload : CommandPayload
{
    public Task<OwnershipNode?> Ownership() => Changed<OwnershipNode>();
}
