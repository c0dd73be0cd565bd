namespace EventKb.Domain.Persons;

/// <summary>What may be asked about an account of a sign-in provider.</summary>
public abstract record IdentityCommand : Command
{
    private IdentityCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Say that an account is a person's.</summary>
    public sealed record Propose(PersonId Person, [property: Text] string Issuer, [property: Text] string Subject) : IdentityCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [PersonReference.ToWhoSignsIn("person", Person)];
    }

    /// <summary>Say so as another person: from then on they sign in with it.</summary>
    public sealed record Confirm : IdentityCommand;

    /// <summary>Take the account from the person, or the proposal back.</summary>
    public sealed record Release() : IdentityCommand(Needs.Reason);

    /// <summary>Take the account from a person who was erased, and destroy what is said of it.</summary>
    public sealed record Forget(string LegalBasis) : IdentityCommand;
}
