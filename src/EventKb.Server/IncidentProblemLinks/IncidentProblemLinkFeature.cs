using EventKb.Domain.IncidentProblemLinks;
using EventKb.ReadModels.IncidentProblemLinks;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.ServiceRecords;

namespace EventKb.Server.IncidentProblemLinks;

/// <summary>Which incidents belong to which problem, and who said so.</summary>
internal static class IncidentProblemLinkFeature
{
    private static readonly MutationsOf<IncidentProblemLinkCommand, IncidentProblemLinkPayload> Link = new(IncidentProblemLink.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(IncidentProblemLinkQuestions),
            Nodes =
            [
                NodeType.Of<IncidentProblemLinkNode, IncidentProblemLinkRow>(IncidentProblemLink.Category, IncidentProblemLinkQueries.ByIds,
                    (view, row) => new IncidentProblemLinkNode(view, row)),
            ],
            Added = [(typeof(ServiceRecordNode), typeof(LinksOfARecord))],
            Mutations =
            [
                Link.Begin<IncidentProblemLinkCommand.Propose>("proposeIncidentProblemLink") with { InstitutionOf = "incident" },
                Link.Change<IncidentProblemLinkCommand.Confirm>("confirmIncidentProblemLink") with { MayActForAnother = true },
                Link.Change<IncidentProblemLinkCommand.Reject>("rejectIncidentProblemLink") with { MayActForAnother = true },
                Link.Change<IncidentProblemLinkCommand.Withdraw>("withdrawIncidentProblemLink") with { MayActForAnother = true },
                Link.Change<IncidentProblemLinkCommand.Reopen>("reopenIncidentProblemLink"),
            ],
            WithoutMutation =
                [typeof(IncidentProblemLinkCommand.ConfirmBySource), typeof(IncidentProblemLinkCommand.WithdrawBySource)],
        },
    };
}

/// <summary>What became of a command to a link.</summary>
internal sealed class IncidentProblemLinkPayload : CommandPayload
{
    public Task<IncidentProblemLinkNode?> Link() => Changed<IncidentProblemLinkNode>();
}
