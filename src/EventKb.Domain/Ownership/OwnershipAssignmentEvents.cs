namespace EventKb.Domain.Ownership;

/// <summary>
/// Who holds one duty for one subject (Atbildīgās personas noteikšana). Days are calendar days in Europe/Riga; <c>From</c> is the
/// first day, <c>Until</c> the first day after the period. Stored for ever: change only by adding versions.
/// </summary>
public abstract record OwnershipAssignmentEvent : Event
{
    private OwnershipAssignmentEvent() { }

    /// <summary>A person was given the duty for a term.</summary>
    [Stored("ownership-assignment.assigned/1")]
    public sealed record Assigned(int Term, Duty Duty, string Subject, PersonId Holder, InstitutionCode HolderInstitution,
        DateOnly From, DateOnly? Until, Basis Basis) : OwnershipAssignmentEvent;

    /// <summary>The duty passed from the holder of a term to the holder of a new term.</summary>
    [Stored("ownership-assignment.transferred/1")]
    public sealed record Transferred(int FromTerm, int Term, PersonId Holder, InstitutionCode HolderInstitution,
        DateOnly On, DateOnly? Until, Basis Basis) : OwnershipAssignmentEvent;

    /// <summary>A deputy (aizvietotājs) was appointed; acting = performs the duty in full (pienākumu izpildītājs).</summary>
    [Stored("ownership-assignment.deputy-appointed/1")]
    public sealed record DeputyAppointed(int Deputyship, PersonId Deputy, DateOnly From, DateOnly? Until,
        ValueList<string> Powers, bool Acting, Basis Basis) : OwnershipAssignmentEvent;

    /// <summary>A deputy was relieved from a day on.</summary>
    [Stored("ownership-assignment.deputy-relieved/1")]
    public sealed record DeputyRelieved(int Deputyship, DateOnly On) : OwnershipAssignmentEvent;

    /// <summary>A term ended; the metadata's reason says why (<c>holder-left</c> makes the gap HOLDER_LEFT).</summary>
    [Stored("ownership-assignment.ended/1")]
    public sealed record Ended(int Term, DateOnly On) : OwnershipAssignmentEvent;

    /// <summary>What was recorded about a term was wrong; this is how it was.</summary>
    [Stored("ownership-assignment.corrected/1")]
    public sealed record Corrected(int Term, PersonId Holder, InstitutionCode HolderInstitution, DateOnly From, DateOnly? Until,
        Basis Basis) : OwnershipAssignmentEvent;
}

/// <summary>The order that a duty rests on: its number and date.</summary>
public sealed record Basis(string Order, DateOnly Date);
