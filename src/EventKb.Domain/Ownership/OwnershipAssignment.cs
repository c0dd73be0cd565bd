using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;

namespace EventKb.Domain.Ownership;

/// <summary>Who holds one duty for one subject: one stream per duty and subject within an institution.</summary>
public static class OwnershipAssignment
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "ownership-assignment";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<OwnershipAssignmentState, OwnershipAssignmentCommand> Decider { get; } =
        new(Category, OwnershipAssignmentState.Empty, OwnershipDecisions.Decide, Evolve);

    /// <summary>Stream of a duty and subject: an institution's code for a portfolio, otherwise a catalogue entry's id.</summary>
    public static StreamId StreamOf(InstitutionCode institution, Duty duty, string subject) =>
        new(institution, Category, DerivedId.From(Category, duty.Code(), subject));

    private static OwnershipAssignmentState Evolve(OwnershipAssignmentState state, Recorded recorded) => recorded.Event switch
    {
        Assigned e => state with
        {
            Duty = e.Duty,
            Subject = e.Subject,
            Terms = state.Terms.Add(new Term(e.Term, e.Holder, e.HolderInstitution, e.From, e.Until, e.Basis)),
        },
        Transferred e => state with
        {
            Terms = state.Terms
                .SetItem(e.FromTerm - 1, state.Terms[e.FromTerm - 1] with { Until = e.On })
                .Add(new Term(e.Term, e.Holder, e.HolderInstitution, e.On, e.Until, e.Basis)),
        },
        DeputyAppointed e => state with
        {
            Deputyships = state.Deputyships.Add(
                new Deputyship(e.Deputyship, e.Deputy, e.From, e.Until, e.Powers, e.Acting, e.Basis)),
        },
        DeputyRelieved e => state with
        {
            Deputyships = state.Deputyships.SetItem(e.Deputyship - 1, state.Deputyships[e.Deputyship - 1] with { Until = e.On }),
        },
        Ended e => state with
        {
            Terms = state.Terms.SetItem(e.Term - 1,
                state.Terms[e.Term - 1] with { Until = e.On, EndReason = recorded.Envelope.ReasonCode }),
        },
        Corrected e => state with
        {
            Terms = state.Terms.SetItem(e.Term - 1, new Term(e.Term, e.Holder, e.HolderInstitution, e.From, e.Until, e.Basis,
                e.Until == state.Terms[e.Term - 1].Until ? state.Terms[e.Term - 1].EndReason : null)),
        },
        var other => throw Form.Unknown(Category, other),
    };
}
