using EventKb.Domain.Catalogue;
using EventKb.Domain.Persons;

namespace EventKb.Domain.Ownership;

/// <summary>What may be asked of an ownership assignment. Days as in <see cref="OwnershipAssignmentEvent"/>.</summary>
public abstract record OwnershipAssignmentCommand : Command
{
    private OwnershipAssignmentCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Give the duty to a person for a term.</summary>
    public sealed record Assign(Duty Duty, [Identifier] string Subject, PersonId Holder, InstitutionCode HolderInstitution,
        DateOnly From, DateOnly? Until, Basis Basis) : OwnershipAssignmentCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
        [
            InstitutionReference.To("holderInstitution", HolderInstitution, From), OwnershipAssignment.SubjectOf(Duty, Subject, From),
            PersonReference.ToPerson("holder", Holder, From),
        ];

        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => OwnershipAssignment.HomeOf(Duty, Subject);
    }

    /// <summary>
    /// Follow a register that is kept elsewhere: open the term, pass the duty on where somebody else holds it then, or say on which day a term
    /// that is known ends.
    /// </summary>
    public sealed record Mirror(Duty Duty, [Identifier] string Subject, PersonId Holder, InstitutionCode HolderInstitution,
        DateOnly From, DateOnly? Until, Basis Basis) : OwnershipAssignmentCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
            new Assign(Duty, Subject, Holder, HolderInstitution, From, Until, Basis).References(stream);

        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => OwnershipAssignment.HomeOf(Duty, Subject);
    }

    /// <summary>Record that the register had the term no more on a day: it ended, unless that is known.</summary>
    public sealed record MirrorAbsence(int Term, DateOnly SeenOn) : OwnershipAssignmentCommand;

    /// <summary>End a term on a day and open a new one for the next holder on the same day.</summary>
    public sealed record Transfer(int FromTerm, PersonId Holder, InstitutionCode HolderInstitution,
        DateOnly On, DateOnly? Until, Basis Basis) : OwnershipAssignmentCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
            [InstitutionReference.To("holderInstitution", HolderInstitution, On), PersonReference.ToPerson("holder", Holder, On)];
    }

    /// <summary>Appoint a deputy (aizvietotājs), acting or with certain powers.</summary>
    public sealed record AppointDeputy(PersonId Deputy, DateOnly From, DateOnly? Until,
        ValueList<string> Powers, bool Acting, Basis Basis) : OwnershipAssignmentCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [PersonReference.ToPerson("deputy", Deputy, From)];
    }

    /// <summary>Relieve a deputy from a day on.</summary>
    public sealed record RelieveDeputy(int Deputyship, DateOnly On) : OwnershipAssignmentCommand;

    /// <summary>End a term on a day.</summary>
    public sealed record End(int Term, DateOnly On) : OwnershipAssignmentCommand(Needs.Reason);

    /// <summary>Say how a term really was; what was recorded before stays in the ledger.</summary>
    public sealed record Correct(int Term, PersonId Holder, InstitutionCode HolderInstitution, DateOnly From, DateOnly? Until,
        Basis Basis) : OwnershipAssignmentCommand(Needs.Reason)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
            [InstitutionReference.To("holderInstitution", HolderInstitution, From), PersonReference.ToPerson("holder", Holder, From)];
    }
}
