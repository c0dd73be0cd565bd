using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.ServiceRecords;

namespace EventKb.Domain.KnownErrors;

/// <summary>What may be asked of a known error.</summary>
public abstract record KnownErrorCommand : Command
{
    private KnownErrorCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Open a known error from a problem.</summary>
    /// <param name="Problem">Stream of the problem.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Symptoms">How one recognises it.</param>
    public sealed record Open([Identifier] string Problem, [property: Text] string Title, [property: Text] string? Symptoms) : KnownErrorCommand
    {
        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => KnownError.StreamOf(Problem);

        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [RecordReference.To("problem", Problem, RecordKind.Problem)];
    }

    /// <summary>State the cause; a cause that was stated before is replaced.</summary>
    public sealed record StateCause([property: Text] string Cause) : KnownErrorCommand;

    /// <summary>Set the workaround: the version of an article that is in use.</summary>
    public sealed record SetWorkaround(ExactVersion Workaround) : KnownErrorCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [UsedVersionReference.To("workaround", Workaround)];
    }

    /// <summary>Withdraw the workaround.</summary>
    public sealed record WithdrawWorkaround() : KnownErrorCommand(Needs.Reason);

    /// <summary>Record that the workaround's version is no longer in use; the clock gives it when that happens.</summary>
    /// <param name="Workaround">The version.</param>
    /// <param name="Loss">What became of it.</param>
    public sealed record LoseWorkaround(ExactVersion Workaround, WorkaroundLoss Loss) : KnownErrorCommand;

    /// <summary>Link the change request that is to fix it; one that was linked before is replaced.</summary>
    public sealed record LinkFixChange([Identifier] string Change) : KnownErrorCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [RecordReference.To("change", Change, RecordKind.ChangeRequest)];
    }

    /// <summary>State that it is fixed.</summary>
    public sealed record Fix() : KnownErrorCommand;

    /// <summary>Verify the fix, as another person, once the observation period of the process is over.</summary>
    public sealed record Verify() : KnownErrorCommand(Needs.Rules);

    /// <summary>Accept that it stays.</summary>
    public sealed record Accept() : KnownErrorCommand(Needs.Reason);

    /// <summary>Open it again.</summary>
    public sealed record Reopen() : KnownErrorCommand(Needs.Reason);

    /// <summary>Propose to open it again, since an incident was linked with its problem after the fix; the clock gives it.</summary>
    /// <param name="Incident">Stream of the incident.</param>
    public sealed record ProposeReopening(string Incident) : KnownErrorCommand;

    /// <summary>Leave it as it is although it was proposed to open it again.</summary>
    public sealed record DeclineReopening() : KnownErrorCommand(Needs.Reason);
}
