namespace EventKb.Domain.Catalogue;

/// <summary>What may be asked of an institution.</summary>
public abstract record InstitutionCommand : Command
{
    private InstitutionCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Register the institution; one alone may lay down the rules for all (scope of a process: the state).</summary>
    public sealed record Register([property: Text] string Name, DateOnly From, string? RegistrationNumber, bool LaysDownStateRules = false)
        : InstitutionCommand(LaysDownStateRules ? Needs.Rules : Needs.Nothing)
    {
        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => Institution.StreamOf(institution);
    }

    /// <summary>Merge it into another institution.</summary>
    public sealed record Merge(InstitutionCode Into, DateOnly From) : InstitutionCommand(Needs.Reason)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("into", Into, From)];
    }

    /// <summary>Split it into at least two institutions.</summary>
    public sealed record Split(ValueList<InstitutionCode> Into, DateOnly From) : InstitutionCommand(Needs.Reason)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => Into.Select(code => InstitutionReference.To("into", code, From));
    }

    /// <summary>Let another institution succeed it.</summary>
    public sealed record Succeed(InstitutionCode By, DateOnly From) : InstitutionCommand(Needs.Reason)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("by", By, From)];
    }
}
