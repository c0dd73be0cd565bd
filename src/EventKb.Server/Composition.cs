using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Ledger;

namespace EventKb.Server;

/// <summary>What the ledger is given: the aggregates, a line each.</summary>
internal static class Composition
{
    public static IReadOnlyList<Decider> Deciders { get; } =
    [
        KnowledgeArticle.Decider, OwnershipAssignment.Decider, KnowledgeProcess.Decider, Control.Decider, CatalogueEntry.Decider,
        Institution.Decider, Erasure.Decider,
    ];

    public static LedgerOptions LedgerOptions(ServerOptions options) => new()
    {
        Origin = options.Origin,
        Time = options.Clock,
        Deciders = Deciders,
        Verify = options.Verify,
        VerifyProgress = options.VerifyProgress,
    };
}
