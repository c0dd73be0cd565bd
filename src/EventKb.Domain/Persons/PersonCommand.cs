using EventKb.Domain.Catalogue;
using EventKb.Domain.Holds;

namespace EventKb.Domain.Persons;

/// <summary>What may be asked about an entry of the directory. Days as in <see cref="PersonEvent"/>.</summary>
public abstract record PersonCommand : Command
{
    private PersonCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Enter somebody in the directory.</summary>
    public sealed record Register(PersonKind Kind, [property: Text] string Name, [property: Text] string? Email) : PersonCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];
    }

    /// <summary>Say that a source names somebody; who is known already stays as they are.</summary>
    public sealed record Claim(PersonKind Kind, string Source, [property: Text] string Name, [property: Text] string? Email) : PersonCommand;

    /// <summary>
    /// Follow a register that is kept elsewhere, as it was on the day when it was seen: a new name holds from that day, <c>Until</c> is the
    /// first day out of the institution.
    /// </summary>
    public sealed record Mirror(PersonKind Kind, string Source, [property: Text] string Name, [property: Text] string? Email, DateOnly? Until,
        DateOnly SeenOn) : PersonCommand;

    /// <summary>Record that the register had nobody such on that day: they left, unless that is known.</summary>
    public sealed record MirrorAbsence(DateOnly SeenOn) : PersonCommand;

    /// <summary>Say another name and e-mail from a day on; what was recorded before that day goes on showing the earlier ones.</summary>
    public sealed record Rename([property: Text] string Name, [property: Text] string? Email, DateOnly From) : PersonCommand;

    /// <summary>Record that they left the institution.</summary>
    public sealed record Leave(DateOnly On) : PersonCommand(Needs.Reason);

    /// <summary>Record that they are back.</summary>
    public sealed record Return(DateOnly On) : PersonCommand;

    /// <summary>Forbid signing in from now on.</summary>
    public sealed record Disable() : PersonCommand(Needs.Reason);

    /// <summary>Allow signing in again.</summary>
    public sealed record Enable : PersonCommand;

    /// <summary>Add somebody to the group.</summary>
    public sealed record AddMember(PersonId Member, DateOnly From) : PersonCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [PersonReference.ToPerson("member", Member, From)];
    }

    /// <summary>Take somebody out of the group.</summary>
    public sealed record RemoveMember(PersonId Member, DateOnly From) : PersonCommand;

    /// <summary>Give a right for a time, over an institution or over all.</summary>
    public sealed record GrantRight(PersonRight Right, DateOnly From, DateOnly? Until, InstitutionCode? Over = null) : PersonCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
            [Over is { } institution ? InstitutionReference.To("over", institution, From) : null];
    }

    /// <summary>Take a right from a day on.</summary>
    public sealed record RevokeRight(PersonRight Right, DateOnly On, InstitutionCode? Over = null) : PersonCommand(Needs.Reason);

    /// <summary>Destroy every name and whatever else was said in words about the entry, on a legal basis; the pseudonym stays.</summary>
    public sealed record Erase(string LegalBasis) : PersonCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [new HoldReference("id", stream)];
    }
}
