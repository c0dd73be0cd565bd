using EventKb.Domain.ServiceRecords;

namespace EventKb.Domain.IncidentProblemLinks;

/// <summary>What may be asked of a link of an incident and a problem.</summary>
public abstract record IncidentProblemLinkCommand : Command
{
    private IncidentProblemLinkCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Propose that the incident belongs to the problem; the problem may be another institution's.</summary>
    /// <param name="Incident">Stream of the incident.</param>
    /// <param name="Problem">Stream of the problem.</param>
    /// <param name="Explanation">Why.</param>
    /// <param name="Rule">The rule that proposes, as a code; null = a person does.</param>
    /// <param name="Confidence">How sure the rule is, 0 to 1.</param>
    public sealed record Propose([Identifier] string Incident, [Identifier] string Problem, [property: Text] string? Explanation, string? Rule,
        double? Confidence) : IncidentProblemLinkCommand
    {
        internal LinkedPair Pair => new(Incident, Problem);

        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => IncidentProblemLink.StreamOf(Incident, Problem);

        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => Pair.References;
    }

    /// <summary>Confirm a proposed link, on the problem's side.</summary>
    public sealed record Confirm() : IncidentProblemLinkCommand(Needs.Rules);

    /// <summary>Reject a proposed link, on the problem's side.</summary>
    public sealed record Reject() : IncidentProblemLinkCommand(Needs.Reason);

    /// <summary>Withdraw a link: a proposed one on the incident's side, one that holds on either.</summary>
    public sealed record Withdraw() : IncidentProblemLinkCommand(Needs.Reason);

    /// <summary>Propose a rejected or withdrawn link again, on the incident's side.</summary>
    public sealed record Reopen() : IncidentProblemLinkCommand(Needs.Reason);

    /// <summary>The request management system itself says that the incident belongs to the problem.</summary>
    public sealed record ConfirmBySource(string Incident, string Problem) : IncidentProblemLinkCommand
    {
        internal LinkedPair Pair => new(Incident, Problem);

        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => IncidentProblemLink.StreamOf(Incident, Problem);

        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => Pair.References;
    }

    /// <summary>The request management system no longer says so; what persons confirmed stays.</summary>
    public sealed record WithdrawBySource() : IncidentProblemLinkCommand;
}

/// <summary>An incident and a problem.</summary>
/// <param name="Incident">Stream of the incident.</param>
/// <param name="Problem">Stream of the problem.</param>
public sealed record LinkedPair(string Incident, string Problem)
{
    internal IEnumerable<Reference?> References =>
        [RecordReference.To("incident", Incident, RecordKind.Incident), RecordReference.To("problem", Problem, RecordKind.Problem)];
}
