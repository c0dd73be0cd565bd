using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.ServiceRecords;

namespace EventKb.Domain.Citations;

/// <summary>What may be asked of a citation.</summary>
public abstract record CitationCommand : Command
{
    private CitationCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Records that an exact version of an article was used, which may be another institution's.</summary>
    /// <param name="Used">The version that was read.</param>
    /// <param name="Record">Stream of the record on which it was used; null = on none.</param>
    /// <param name="SupportLevel">Support level at which it was used, 0 to 9.</param>
    /// <param name="Outcome">What came of it; null = not yet known.</param>
    /// <param name="Useful">Whether the version was of use to whoever cites it.</param>
    /// <param name="Comment">What else there is to say.</param>
    public sealed record Cite(ExactVersion Used, [Identifier] string? Record, int? SupportLevel, CitationOutcome? Outcome, bool? Useful,
        [property: Text] string? Comment) : CitationCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
        [
            InstitutionReference.To("institution", stream.Institution), VersionReference.To("used", Used),
            RecordReference.To("record", Record, Enum.GetValues<RecordKind>()),
        ];
    }

    /// <summary>States what came of it.</summary>
    public sealed record StateOutcome(CitationOutcome Outcome) : CitationCommand;

    /// <summary>Says whether the version that was read was of use; a later rating takes the place of an earlier one.</summary>
    public sealed record Rate(bool Useful, [property: Text] string? Comment) : CitationCommand;

    /// <summary>Withdraws what was recorded by mistake.</summary>
    public sealed record Withdraw() : CitationCommand(Needs.Reason);
}

/// <summary>What came of the use of a version.</summary>
public enum CitationOutcome
{
    /// <summary>Vēl nav zināms.</summary>
    NotYetKnown,

    /// <summary>Pakalpojums atjaunots.</summary>
    Restored,

    /// <summary>Pakalpojums nav atjaunots.</summary>
    NotRestored,

    /// <summary>Kļuva sliktāk.</summary>
    MadeWorse,
}
