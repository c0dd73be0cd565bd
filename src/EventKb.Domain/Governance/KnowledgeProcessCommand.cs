using EventKb.Domain.Catalogue;

namespace EventKb.Domain.Governance;

/// <summary>What may be asked of an institution's knowledge process.</summary>
public abstract record KnowledgeProcessCommand : Command
{
    private KnowledgeProcessCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Adopt a process from a day on.</summary>
    public sealed record Adopt(Document Document, DateOnly InForceFrom, Scope Scope, ProcessRules Rules, [property: Text] string Title)
        : KnowledgeProcessCommand(Scope == Scope.State ? Needs.Rules : Needs.Nothing)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];

        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => KnowledgeProcess.StreamOf(institution);
    }

    /// <summary>Amend the process from a day on; the rules are given whole.</summary>
    public sealed record Amend(Document Document, DateOnly InForceFrom, ProcessRules Rules) : KnowledgeProcessCommand(Needs.Rules)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];
    }

    /// <summary>Repeal the process from a day on.</summary>
    public sealed record Repeal(Document Document, DateOnly From) : KnowledgeProcessCommand(Needs.Rules | Needs.Reason);
}
