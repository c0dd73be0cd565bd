using EventKb.Server.Access;
using EventKb.Server.AccessLog;
using EventKb.Server.Attachments;
using EventKb.Server.Audit;
using EventKb.Server.Catalogue;
using EventKb.Server.Citations;
using EventKb.Server.Coverage;
using EventKb.Server.Erasure;
using EventKb.Server.Explorer;
using EventKb.Server.Governance;
using EventKb.Server.Holds;
using EventKb.Server.Impact;
using EventKb.Server.Imports;
using EventKb.Server.IncidentProblemLinks;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.KnownErrors;
using EventKb.Server.Lineage;
using EventKb.Server.Losses;
using EventKb.Server.Ownership;
using EventKb.Server.PersonReports;
using EventKb.Server.Persons;
using EventKb.Server.Policies;
using EventKb.Server.ServiceRecords;
using EventKb.Server.SignIn;
using EventKb.Server.Sources;

namespace EventKb.Server;

/// <summary>Every feature of the server, a line each.</summary>
internal static class Features
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        ArticleFeature.It,
        OwnershipFeature.It,
        CatalogueFeature.It,
        PersonFeature.It,
        PersonReportFeature.It,
        GovernanceFeature.It,
        ServiceRecordFeature.It,
        IncidentProblemLinkFeature.It,
        CitationFeature.It,
        KnownErrorFeature.It,
        ImpactFeature.It,
        CoverageFeature.It,
        LineageFeature.It,
        AuditFeature.It,
        SourcesFeature.It,
        ErasureFeature.It,
        LegalHoldFeature.It,
        LossesFeature.It,
        AccessFeature.It,
        AccessLogFeature.It,
        PolicyFeature.It,
        SignInFeature.It,
        new Feature { Map = AttachmentEndpoints.Map },
        new Feature { Map = ImportEndpoint.Map },
        new Feature { Map = ExplorerEndpoints.Map },
    ];
}
