using EventKb.ReadModels.Access;
using EventKb.ReadModels.Audit;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Citations;
using EventKb.ReadModels.Governance;
using EventKb.ReadModels.Holds;
using EventKb.ReadModels.IncidentProblemLinks;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.KnownErrors;
using EventKb.ReadModels.Lineage;
using EventKb.ReadModels.Ownership;
using EventKb.ReadModels.Persons;
using EventKb.ReadModels.ServiceRecords;
using EventKb.ReadModels.Sources;
using EventKb.ReadModels.Texts;

namespace EventKb.ReadModels;

/// <summary>Every projection of the SQL read models, a line each.</summary>
public static class Projections
{
    /// <summary>All of them, in the order in which they see an event.</summary>
    public static IReadOnlyList<Projection> All { get; } =
    [
        new TextsProjection(),
        new ArticleProjection(),
        new LineageProjection(),
        new OwnershipProjection(),
        new CatalogueProjection(),
        new GovernanceProjection(),
        new SourcesProjection(),
        new ServiceRecordProjection(),
        new IncidentProblemLinkProjection(),
        new CitationProjection(),
        new KnownErrorProjection(),
        new PersonProjection(),
        new IdentityProjection(),
        new LedgerAccessProjection(),
        new LegalHoldProjection(),
        new AuditProjection(),
    ];
}
