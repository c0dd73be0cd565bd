namespace EventKb.Domain.Holds;

/// <summary>What may be asked about holds.</summary>
public abstract record LegalHoldCommand : Command
{
    private LegalHoldCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Keep something from being erased as long as a case is open.</summary>
    /// <param name="Held">Stream of what is held.</param>
    /// <param name="Case">Number of the case.</param>
    /// <param name="LegalBasis">On what basis, in the form of an erasure's.</param>
    public sealed record Place([Identifier] string Held, string Case, string LegalBasis) : LegalHoldCommand
    {
        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => StreamId.Parse(Held) is { } held ? LegalHold.StreamOf(held) : null;

        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [StreamReference.To("held", Held)];
    }

    /// <summary>Let it go, as far as one case is concerned.</summary>
    public sealed record Release(string Case) : LegalHoldCommand(Needs.Reason);
}
