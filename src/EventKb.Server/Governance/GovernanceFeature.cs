using EventKb.Domain.Governance;
using EventKb.ReadModels.Governance;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Governance;

/// <summary>Knowledge processes and the controls of how they are kept.</summary>
internal static class GovernanceFeature
{
    private static readonly MutationsOf<KnowledgeProcessCommand, KnowledgeProcessPayload> Process = new(KnowledgeProcess.Category);
    private static readonly MutationsOf<ControlCommand, ControlPayload> Performed = new(Control.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(GovernanceQuestions),
            Nodes =
            [
                NodeType.Of<KnowledgeProcessNode, ProcessRow>(KnowledgeProcess.Category, ProcessQueries.ByIds,
                    (view, row) => new KnowledgeProcessNode(view, row)),
                NodeType.Of<ControlNode, ControlRow>(Control.Category, ControlQueries.ByIds, (view, row) => new ControlNode(view, row)),
            ],
            Mutations =
            [
                Process.Begin<KnowledgeProcessCommand.Adopt>("adoptKnowledgeProcess"),
                Process.Change<KnowledgeProcessCommand.Amend>("amendKnowledgeProcess"),
                Process.Change<KnowledgeProcessCommand.Repeal>("repealKnowledgeProcess"),
                Performed.Begin<ControlCommand.Perform>("performControl", Control.StreamOf),
                Performed.Change<ControlCommand.RaiseFinding>("raiseFinding"),
                Performed.Change<ControlCommand.CloseFinding>("closeFinding"),
            ],
        },
    };
}

/// <summary>What became of a command to a knowledge process.</summary>
internal sealed class KnowledgeProcessPayload : CommandPayload
{
    public Task<KnowledgeProcessNode?> Process() => Changed<KnowledgeProcessNode>();
}

/// <summary>What became of a command to a control.</summary>
internal sealed class ControlPayload : CommandPayload
{
    public Task<ControlNode?> Control() => Changed<ControlNode>();
}
