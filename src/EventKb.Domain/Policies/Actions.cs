using EventKb.Domain.Access;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.Erasure;
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
using static EventKb.Domain.Policies.PolicyAction;

namespace EventKb.Domain.Policies;

/// <summary>Which action each command is.</summary>
public static class Actions
{
    /// <summary>The action on a stream's state; what is asked of a portfolio owner's duty is not what is asked of another.</summary>
    public static PolicyAction Of(Command command, object state) =>
        Of(command) is AssignDuty && state is OwnershipAssignmentState { Duty: { } duty } && duty.ScopeOf() == Scope.Institution
            ? AssignPortfolio : Of(command);

    /// <summary>The action as far as the command alone says it; one without a line here is a bug.</summary>
    public static PolicyAction Of(Command command) => command switch
    {
        KnowledgeArticleCommand article => Of(article),
        OwnershipAssignmentCommand assignment => Of(assignment),
        CitationCommand => Use,
        ControlCommand => PolicyAction.Control,
        KnowledgeProcessCommand => Organise,
        CatalogueEntryCommand.Mirror => OfNobody,
        CatalogueEntryCommand => KeepCatalogue,
        InstitutionCommand => KeepInstitutions,
        ServiceRecordCommand.MirrorRow or ServiceRecordCommand.Mention => OfNobody,
        ServiceRecordCommand => KeepRecords,
        IncidentProblemLinkCommand.ConfirmBySource or IncidentProblemLinkCommand.WithdrawBySource => OfNobody,
        IncidentProblemLinkCommand => LinkIncidents,
        KnownErrorCommand.LoseWorkaround or KnownErrorCommand.ProposeReopening => OfNobody,
        KnownErrorCommand => KeepKnownErrors,
        PersonCommand.Erase or ErasureCommand => Erase,
        PersonCommand.Claim or PersonCommand.Mirror or PersonCommand.MirrorAbsence or IdentityCommand.Forget => OfNobody,
        PersonCommand or IdentityCommand => KeepPersons,
        LegalHoldCommand => HoldFromErasure,
        KnowledgeSourceCommand or LedgerAccessCommand or LedgerLossCommand => OfNobody,
        _ => throw new InvalidOperationException($"{command.GetType()} is no action of the policy."),
    };

    private static PolicyAction Of(KnowledgeArticleCommand command) => command switch
    {
        KnowledgeArticleCommand.Approve or KnowledgeArticleCommand.RequestChanges or KnowledgeArticleCommand.Publish
            or KnowledgeArticleCommand.SchedulePublication or KnowledgeArticleCommand.CancelPublication => PolicyAction.Control,
        KnowledgeArticleCommand.ReviewUnchanged or KnowledgeArticleCommand.ResolveFlag or KnowledgeArticleCommand.ChangeValidity
            or KnowledgeArticleCommand.Withdraw or KnowledgeArticleCommand.Retire or KnowledgeArticleCommand.Restore => KeepCurrent,
        KnowledgeArticleCommand.Flag => Use,
        KnowledgeArticleCommand.ImportRevision or KnowledgeArticleCommand.SkipRevision or KnowledgeArticleCommand.RetireImported
            or KnowledgeArticleCommand.LapseProvision => OfNobody,
        _ => Accumulate,
    };

    private static PolicyAction Of(OwnershipAssignmentCommand command) => command switch
    {
        OwnershipAssignmentCommand.Mirror or OwnershipAssignmentCommand.MirrorAbsence => OfNobody,
        OwnershipAssignmentCommand.Assign assign when assign.Duty.ScopeOf() == Scope.Institution => AssignPortfolio,
        _ => AssignDuty,
    };
}
