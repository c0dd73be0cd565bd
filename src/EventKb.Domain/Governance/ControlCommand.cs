using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Domain.Persons;

namespace EventKb.Domain.Governance;

/// <summary>What may be asked of a control.</summary>
public abstract record ControlCommand : Command
{
    private ControlCommand() { }

    /// <summary>Record a control of the period [From, Until) that was performed on sampled versions.</summary>
    public sealed record Perform(Duty Duty, [Identifier] string? Subject, DateOnly From, DateOnly Until,
        ValueList<ExactVersion> Sample, [property: Text] string Title, [property: Text] string? Summary) : ControlCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
        [
            InstitutionReference.To("institution", stream.Institution), Subject is null ? null : OwnershipAssignment.SubjectOf(Duty, Subject, From),
            .. Sample.Select(version => VersionReference.To("sample", version)),
        ];
    }

    /// <summary>Name something to be put right, by whom and by when.</summary>
    public sealed record RaiseFinding(PersonId Responsible, DateOnly DueOn, ExactVersion? About, [property: Text] string Comment)
        : ControlCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
            [VersionReference.To("about", About), PersonReference.ToPerson("responsible", Responsible)];
    }

    /// <summary>Close a finding.</summary>
    public sealed record CloseFinding(int Finding, [property: Text] string? Comment) : ControlCommand;
}
