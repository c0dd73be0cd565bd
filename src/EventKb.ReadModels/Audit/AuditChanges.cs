using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Losses;
using EventKb.Domain.Ownership;

namespace EventKb.ReadModels.Audit;

/// <summary>What each event changes, field by field; an event that is not here stops the projection.</summary>
internal static partial class AuditChanges
{
    /// <summary>Takes an event's changes into the fields of its stream.</summary>
    public static void Apply(FieldLog fields, Recorded recorded)
    {
        fields.Begin(recorded);
        _ = recorded.Event switch
        {
            KnowledgeArticleEvent e => WithState(OfArticle(fields, recorded, e)),
            OwnershipAssignmentEvent e => OfOwnership(fields, e),
            KnowledgeProcessEvent e => OfProcess(fields, e),
            ControlEvent e => OfControl(fields, e),
            CatalogueEntryEvent e => OfEntry(fields, e),
            InstitutionEvent e => OfInstitution(fields, e),
            ErasureEvent.ContentErased e => fields.Set("position", e.Position).Set("stream", e.Stream)
                .Set("legalBasis", e.LegalBasis),
            LedgerLossEvent.Accepted e => fields.Set("origin", e.Origin).Set("firstPosition", e.FirstPosition)
                .Set("lastPosition", e.LastPosition).Set("rootHash", e.RootHash),
            _ => throw Unknown(recorded.Event),
        };
    }

    private static FieldLog OfOwnership(FieldLog fields, OwnershipAssignmentEvent happened) => happened switch
    {
        OwnershipAssignmentEvent.Assigned e => Term(fields.Set("duty", e.Duty).Set("subject", e.Subject), e.Term, e.Holder,
            e.HolderInstitution, e.From, e.Until, e.Basis),
        OwnershipAssignmentEvent.Transferred e => Term(fields.Set($"terms.{e.FromTerm}.until", e.On), e.Term, e.Holder,
            e.HolderInstitution, e.On, e.Until, e.Basis),
        OwnershipAssignmentEvent.Corrected e => Term(fields, e.Term, e.Holder, e.HolderInstitution, e.From, e.Until, e.Basis),
        OwnershipAssignmentEvent.Ended e => fields.Set($"terms.{e.Term}.until", e.On).Set($"terms.{e.Term}.ended", true),
        OwnershipAssignmentEvent.DeputyAppointed e => fields.Set($"deputies.{e.Deputyship}.person", e.Deputy.Value)
            .Set($"deputies.{e.Deputyship}.from", e.From).Set($"deputies.{e.Deputyship}.until", e.Until)
            .SetAll($"deputies.{e.Deputyship}.powers", e.Powers).Set($"deputies.{e.Deputyship}.acting", e.Acting)
            .Set($"deputies.{e.Deputyship}.basis", e.Basis),
        OwnershipAssignmentEvent.DeputyRelieved e => fields.Set($"deputies.{e.Deputyship}.until", e.On)
            .Set($"deputies.{e.Deputyship}.relieved", true),
        _ => throw Unknown(happened),
    };

    private static FieldLog Term(FieldLog fields, int term, PersonId holder, InstitutionCode institution, DateOnly from,
        DateOnly? until, Basis basis) =>
        fields.Set($"terms.{term}.holder", holder.Value).Set($"terms.{term}.holderInstitution", institution.Value)
            .Set($"terms.{term}.from", from).Set($"terms.{term}.until", until).Set($"terms.{term}.basis", basis);

    private static FieldLog OfProcess(FieldLog fields, KnowledgeProcessEvent happened) => happened switch
    {
        KnowledgeProcessEvent.Adopted e => Rules(fields.SetText("title").Set("scope", e.Scope).Set("inForceFrom", e.InForceFrom)
            .Set("document", e.Document).Remove("repealedFrom"), e.Rules),
        KnowledgeProcessEvent.Amended e => Rules(fields.Set("inForceFrom", e.InForceFrom).Set("document", e.Document), e.Rules),
        KnowledgeProcessEvent.Repealed e => fields.Set("repealedFrom", e.From).Set("document", e.Document),
        _ => throw Unknown(happened),
    };

    private static FieldLog Rules(FieldLog fields, ProcessRules rules) => fields
        .Set("rules.fourEyes", rules.FourEyes).Set("rules.provisionalHours", rules.ProvisionalHours)
        .SetAll("rules.reviewDays", rules.ReviewDays).SetAll("rules.reasons", rules.Reasons)
        .SetAll("rules.templates", rules.Templates).SetAll("rules.retentionDays", rules.RetentionDays);

    private static FieldLog OfControl(FieldLog fields, ControlEvent happened) => happened switch
    {
        ControlEvent.Performed e => fields.SetText("title", "summary").Set("duty", e.Duty).Set("subject", e.Subject)
            .Set("from", e.From).Set("until", e.Until).SetAll("sample", e.Sample),
        ControlEvent.FindingRaised e => fields.Set($"findings.{e.Finding}.state", "open")
            .Set($"findings.{e.Finding}.responsible", e.Responsible.Value).Set($"findings.{e.Finding}.dueOn", e.DueOn)
            .Set($"findings.{e.Finding}.about", e.About).SayText($"findings.{e.Finding}.comment", "comment"),
        ControlEvent.FindingClosed e => fields.Set($"findings.{e.Finding}.state", "closed")
            .SayText($"findings.{e.Finding}.comment", "comment"),
        _ => throw Unknown(happened),
    };

    private static FieldLog OfEntry(FieldLog fields, CatalogueEntryEvent happened) => happened switch
    {
        CatalogueEntryEvent.Registered e => fields.SetText("title", "summary").Set("kind", e.Kind).Set("code", e.Code)
            .Set("from", e.From).Remove("until"),
        CatalogueEntryEvent.Described e => fields.SetText("title", "summary").Set("describedFrom", e.From),
        CatalogueEntryEvent.DependencyAdded e => fields.Set($"dependencies.{e.On}.from", e.From)
            .Remove($"dependencies.{e.On}.until"),
        CatalogueEntryEvent.DependencyRemoved e => fields.Set($"dependencies.{e.On}.until", e.From),
        CatalogueEntryEvent.Discontinued e => fields.Set("until", e.From),
        _ => throw Unknown(happened),
    };

    private static FieldLog OfInstitution(FieldLog fields, InstitutionEvent happened) => happened switch
    {
        InstitutionEvent.Registered e => fields.SetText("title").Set("status", "active").Set("from", e.From)
            .Set("registrationNumber", e.RegistrationNumber),
        InstitutionEvent.Merged e => Became(fields, "merged", [e.Into], e.From),
        InstitutionEvent.Split e => Became(fields, "split", e.Into, e.From),
        InstitutionEvent.Succeeded e => Became(fields, "succeeded", [e.By], e.From),
        _ => throw Unknown(happened),
    };

    private static FieldLog Became(FieldLog fields, string status, IReadOnlyList<InstitutionCode> successors, DateOnly from) =>
        fields.Set("status", status).SetAll("successors", successors.Select(code => code.Value).ToList()).Set("until", from);

    private static InvalidOperationException Unknown(Event happened) =>
        new($"{happened.GetType().FullName} has no entry in the audit trail.");
}
