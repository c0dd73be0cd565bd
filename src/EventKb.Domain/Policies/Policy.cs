using EventKb.Domain.Catalogue;
using static EventKb.Domain.Policies.PolicyAction;

namespace EventKb.Domain.Policies;

/// <summary>
/// Who may do what: the table of PU2-11, and the roles beside its duties. Its version stands in every entry that it allows; a table that says
/// something else is another version, and the old one stays.
/// </summary>
public static class Policy
{
    /// <summary>Version of the table.</summary>
    public const string Version = "1";

    /// <summary>The rule by which whoever runs the server where nobody signs in may do everything.</summary>
    public const string LocalOperator = "local-operator";

    /// <summary>The rules, a line each: its name, whom it allows something, and what.</summary>
    public static IReadOnlyList<PolicyRule> Table { get; } =
    [
        new("service-portfolio-owner", Duty.ServicePortfolioOwner, null,
            [Accumulate, KeepCurrent, Control, Organise, AssignDuty, KeepCatalogue, KeepRecords, LinkIncidents, KeepKnownErrors]),
        new("resource-portfolio-owner", Duty.ResourcePortfolioOwner, null,
            [Accumulate, KeepCurrent, Control, Organise, AssignDuty, KeepCatalogue, KeepRecords, LinkIncidents, KeepKnownErrors]),
        new("service-owner", Duty.ServiceOwner, null, [Accumulate, KeepCurrent, Control, KeepRecords, LinkIncidents, KeepKnownErrors]),
        // Who provides a service or owns a resource accumulates and keeps current, and never controls.
        new("service-provider", Duty.ServiceProvider, null, [Accumulate, KeepCurrent, KeepRecords, LinkIncidents]),
        new("resource-owner", Duty.ResourceOwner, null, [Accumulate, KeepCurrent, KeepRecords, LinkIncidents]),
        new("incident-expert", null, PersonRight.ManageIncidents, [Accumulate, KeepRecords, LinkIncidents]),
        new("problem-expert", null, PersonRight.ManageProblems, [Accumulate, KeepRecords, LinkIncidents, KeepKnownErrors]),
        new("support", null, PersonRight.Support, [KeepRecords]),
        new("administrator", null, PersonRight.Administer, [AssignPortfolio, KeepInstitutions]),
        new("keeper-of-persons", null, PersonRight.ManagePersons, [KeepPersons]),
        new("holder-of-evidence", null, PersonRight.HoldFromErasure, [HoldFromErasure]),
        new("eraser", null, PersonRight.Erase, [Erase]),
        new("everybody", null, null, [Use]),
    ];

    /// <summary>Judges an action: a duty before a right, so that an entry names the assignment where there is one.</summary>
    /// <param name="who">Who acts.</param>
    /// <param name="actingDuty">Duty in which they say that they act; null = whichever allows it.</param>
    /// <param name="onBehalfOf">Holder for whom they say that they deputise; null = nobody, and deputyships do not count.</param>
    /// <param name="action">What they want to do.</param>
    /// <param name="subject">What it is about.</param>
    public static Verdict May(Standing who, Duty? actingDuty, PersonId? onBehalfOf, PolicyAction action, PolicySubject subject)
    {
        var claimed = who.Duties.Where(duty => (actingDuty is null || duty.Duty == actingDuty)
            && (onBehalfOf is { } holder ? duty.Holder == holder && duty.Holder != who.Person : duty.Holder == who.Person)).ToList();
        if (who.IsLocalOperator)
            return new(Rule(LocalOperator), null, null);
        if ((actingDuty is not null || onBehalfOf is not null) && !claimed.Any(duty => duty.Institution == subject.Institution))
            return Refused(PolicyRejections.DutyNotHeld(who));
        foreach (var rule in Table.Where(rule => rule.Actions.Contains(action)))
            if (claimed.FirstOrDefault(duty => duty.Duty == rule.Duty && duty.Covers(action) && Reaches(duty, action, subject)) is { } held)
                return new(Rule(rule.Name), held.Assignment, null);
        if (actingDuty is null && onBehalfOf is null)
            foreach (var rule in Table.Where(rule => rule.Duty is null && rule.Actions.Contains(action)))
                if (rule.Right is not { } right || who.Rights.Any(over => over.Right == right && over.Covers(subject.Institution)))
                    return new(Rule(rule.Name), null, null);
        return Refused(PolicyRejections.Forbidden(action, Table.Where(rule => rule.Actions.Contains(action)).Select(rule => rule.Name)));
    }

    /// <summary>Why somebody may never do something in an institution, whatever it is about; null = they may, or it depends.</summary>
    public static Rejection? Never(Standing who, PolicyAction action, InstitutionCode institution)
    {
        // Somebody who deputises may do it on behalf of the holder.
        var theirs = who with { Duties = [.. who.Duties.Select(duty => duty with { Holder = who.Person })] };
        var own = who.Duties.Where(duty => duty.Institution == institution).Select(duty => new SubjectEntry(duty.Subject, null));
        var refusal = May(theirs, null, null, action, new(institution, [])).Refusal;
        return refusal is null || May(theirs, null, null, action, new(institution, [.. own])).Refusal is null ? null : refusal;
    }

    /// <summary>
    /// A portfolio owner's duty reaches over the institution's services or resources; any other over its own, and over what names none: a new
    /// article, a record, a link, a known error.
    /// </summary>
    private static bool Reaches(HeldDuty duty, PolicyAction action, PolicySubject subject) => duty.Institution == subject.Institution
        && duty.Duty switch
        {
            Duty.ServicePortfolioOwner => subject.MayBeOf(EntryKind.Service),
            Duty.ResourcePortfolioOwner => subject.MayBeOf(EntryKind.Resource),
            _ => subject.Entries.Count == 0 ? action is Accumulate or KeepRecords or LinkIncidents or KeepKnownErrors
                : subject.Entries.Any(entry => entry.Id == duty.Subject),
        };

    private static string Rule(string name) => $"{Version}/{name}";

    private static Verdict Refused(Rejection why) => new(null, null, why);
}
