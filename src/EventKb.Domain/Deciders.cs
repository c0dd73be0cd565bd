using EventKb.Domain.Access;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.Governance;
using EventKb.Domain.Holds;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.Losses;
using EventKb.Domain.Ownership;
using EventKb.Domain.Persons;
using EventKb.Domain.ServiceRecords;
using EventKb.Domain.Sources;

namespace EventKb.Domain;

/// <summary>Every aggregate there is, a line each.</summary>
public static class Deciders
{
    /// <summary>All deciders.</summary>
    public static IReadOnlyList<Decider> All { get; } =
    [
        KnowledgeArticle.Decider,
        OwnershipAssignment.Decider,
        KnowledgeProcess.Decider,
        Control.Decider,
        CatalogueEntry.Decider,
        Institution.Decider,
        Erasure.Erasure.Decider,
        LedgerLoss.Decider,
        KnowledgeSource.Decider,
        ServiceRecord.Decider,
        IncidentProblemLink.Decider,
        Citation.Decider,
        KnownError.Decider,
        Person.Decider,
        Identity.Decider,
        LedgerAccess.Decider,
        LegalHold.Decider,
    ];

    /// <summary>The decider of a category of streams, or null where there is none.</summary>
    public static Decider? Find(string category) => All.FirstOrDefault(decider => decider.Category == category);
}
