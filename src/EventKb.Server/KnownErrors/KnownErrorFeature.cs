using EventKb.Domain.KnownErrors;
using EventKb.ReadModels.KnownErrors;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Reactions;
using EventKb.Server.ServiceRecords;
using static EventKb.Domain.KnownErrors.KnownErrorCommand;

namespace EventKb.Server.KnownErrors;

/// <summary>Problems whose cause or workaround is known, and what becomes of their workarounds.</summary>
internal static class KnownErrorFeature
{
    private static readonly MutationsOf<KnownErrorCommand, KnownErrorPayload> Known = new(KnownError.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(KnownErrorQuestions),
            Nodes =
            [
                NodeType.Of<KnownErrorNode, KnownErrorRow>(
                    KnownError.Category, KnownErrorQueries.ByIds, (view, row) => new KnownErrorNode(view, row)),
            ],
            Added = [(typeof(ServiceRecordNode), typeof(KnownErrorsOfARecord)), (typeof(ArticleNode), typeof(KnownErrorsOfAnArticle))],
            Mutations =
            [
                Known.Begin<Open>("openKnownError") with { InstitutionOf = "problem" },
                Known.Change<StateCause>("stateKnownErrorCause"),
                Known.Change<SetWorkaround>("setKnownErrorWorkaround"),
                Known.Change<WithdrawWorkaround>("withdrawKnownErrorWorkaround"),
                Known.Change<LinkFixChange>("linkKnownErrorFixChange"),
                Known.Change<Fix>("fixKnownError"),
                Known.Change<Verify>("verifyKnownErrorFix"),
                Known.Change<Accept>("acceptKnownError"),
                Known.Change<Reopen>("reopenKnownError"),
                Known.Change<DeclineReopening>("declineKnownErrorReopening"),
            ],
            WithoutMutation = [typeof(LoseWorkaround), typeof(ProposeReopening)],
        },
        Reactions =
        [
            new Reaction("lose-workaround", KnownErrorWork.LostWorkarounds, due => Lost((LostWorkaroundWork)due)),
            new Reaction("propose-reopening", KnownErrorWork.Reopenings, due => new ProposeReopening(((ReopeningWork)due).Incident)),
        ],
    };

    private static LoseWorkaround Lost(LostWorkaroundWork due) => new(due.Workaround, due.Loss);
}

/// <summary>What became of a command to a known error.</summary>
internal sealed class KnownErrorPayload : CommandPayload
{
    public Task<KnownErrorNode?> KnownError() => Changed<KnownErrorNode>();
}
