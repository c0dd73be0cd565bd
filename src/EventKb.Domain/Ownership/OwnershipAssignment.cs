using EventKb.Domain.Catalogue;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;

namespace EventKb.Domain.Ownership;

/// <summary>Who holds one duty for one subject: one stream per duty and subject within an institution.</summary>
public static partial class OwnershipAssignment
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "ownership-assignment";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<OwnershipAssignmentState, OwnershipAssignmentCommand> Decider { get; } =
        new(Category, OwnershipAssignmentState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of a duty and subject: an institution's code for a portfolio, otherwise a catalogue entry's id.</summary>
    public static StreamId StreamOf(InstitutionCode institution, Duty duty, string subject) =>
        new(institution, Category, DerivedId.From(Category, duty.Code(), subject));

    /// <summary>
    /// The one stream of a duty and subject, in the institution whose subject it is: one holder at a time then holds over all institutions.
    /// </summary>
    public static StreamId? HomeOf(Duty duty, string subject) =>
        InstitutionOf(duty, subject) is { } institution ? StreamOf(institution, duty, subject) : null;

    /// <summary>What a duty's subject must be: an institution, or a service or resource in the register.</summary>
    internal static Reference? SubjectOf(Duty duty, string subject, DateOnly on) => duty.ScopeOf() switch
    {
        Scope.Institution => InstitutionReference.To("subject", new(subject), on),
        Scope.Service => EntryReference.ToOn(on, "subject", subject, EntryKind.Service),
        _ => EntryReference.ToOn(on, "subject", subject, EntryKind.Resource),
    };

    private static InstitutionCode? InstitutionOf(Duty duty, string subject) => duty.ScopeOf() == Scope.Institution
        ? InstitutionCode.IsValid(subject) ? new(subject) : null
        : StreamId.Parse(subject)?.Institution;

    private static OwnershipAssignmentState Evolve(OwnershipAssignmentState state, RecordedEvent recorded) => recorded.Event switch
    {
        Assigned e => state with
        {
            Duty = e.Duty,
            Subject = e.Subject,
            Terms = state.Terms.With(e.Term, new(e.Term, e.Holder, e.HolderInstitution, e.From, e.Until, e.Basis)),
        },
        Transferred e => state with
        {
            Terms = state.Terms.With(e.FromTerm, state.Terms[e.FromTerm] with { Until = e.On, EndReason = null },
                e.Term, new(e.Term, e.Holder, e.HolderInstitution, e.On, e.Until, e.Basis)),
        },
        DeputyAppointed e => state with
        {
            Deputyships = state.Deputyships.With(e.Deputyship,
                new(e.Deputyship, e.Deputy, e.From, e.Until, e.Powers, e.Acting, e.Basis)),
        },
        DeputyRelieved e => state with
        {
            Deputyships = state.Deputyships.With(e.Deputyship,
                state.Deputyships[e.Deputyship] with { Until = e.On, Relieved = true }),
        },
        Ended e => state with
        {
            Terms = state.Terms.With(e.Term, state.Terms[e.Term] with { Until = e.On, EndReason = recorded.Metadata.ReasonCode }),
        },
        // A correction of the days does not unsay why the term ended.
        Corrected e => state with
        {
            Terms = state.Terms.With(e.Term, new(e.Term, e.Holder, e.HolderInstitution, e.From, e.Until, e.Basis,
                e.Until is null ? null : state.Terms[e.Term].EndReason)),
        },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<OwnershipAssignmentState> Fields() => new FieldMap<OwnershipAssignmentState>()
        .Field("duty", s => s.Duty).Field("subject", s => s.Subject)
        .Each("terms", s => s.Terms, ("holder", t => t.Holder.Value), ("holderInstitution", t => t.HolderInstitution.Value),
            ("from", t => t.From), ("until", t => t.Until), ("ended", t => t.EndReason is null ? null : true), ("basis", t => t.Basis))
        .Each("deputies", s => s.Deputyships, ("person", d => d.Deputy.Value), ("from", d => d.From), ("until", d => d.Until),
            ("relieved", d => d.Relieved ? true : null), ("powers", d => d.Powers), ("acting", d => d.Acting), ("basis", d => d.Basis))
        .Subject(s => s.Subject)
        .Link(Links.Duty, s => s.Duty?.Code())
        // Which of the two registers a subject is in shows from the side that asks; ids are unique over both.
        .Link(Links.Subject, s => s.Subject).Link(Links.Service, s => s.Subject).Link(Links.Resource, s => s.Subject);
}
