using EventKb.Domain.Persons;

namespace EventKb.Domain;

/// <summary>Everything about a command that is not the command: time, ids and person arrive with it.</summary>
/// <param name="CommandId">Identity of the command.</param>
/// <param name="Now">The clock's reading when the command is decided, UTC microseconds.</param>
/// <param name="OccurredAt">When the fact became true; equals <paramref name="Now"/> unless an import says otherwise.</param>
/// <param name="Person">Pseudonym of the person who acts.</param>
/// <param name="Institution">Institution for which they act.</param>
/// <param name="Via">The way the command came in.</param>
/// <param name="CausationId">What caused it.</param>
/// <param name="CorrelationId">What it belongs to.</param>
public sealed record CommandContext(
    CommandId CommandId,
    DateTimeOffset Now,
    DateTimeOffset OccurredAt,
    PersonId Person,
    InstitutionCode Institution,
    Via Via,
    string CausationId,
    string CorrelationId)
{
    /// <summary>Duty in which the person acts.</summary>
    public Duty? Duty { get; init; }

    /// <summary>Person for whom they act.</summary>
    public PersonId? OnBehalfOf { get; init; }

    /// <summary>Stream of the assignment that authorises it.</summary>
    public string? AuthorisedBy { get; init; }

    /// <summary>Who sent it, where that is not the person.</summary>
    public PersonId? SentBy { get; init; }

    /// <summary>Time for which it was planned.</summary>
    public DateTimeOffset? PlannedFor { get; init; }

    /// <summary>Version of the policy and rule that allows it, as <c>1/service-owner</c>.</summary>
    public string? Policy { get; init; }

    /// <summary>Reason from the institution's list.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Reason in words, at most <see cref="Limits.Comment"/> characters; becomes content.</summary>
    public string? ReasonText { get; init; }

    /// <summary>The source's own account in full, at most <see cref="Limits.Message"/> characters; becomes content.</summary>
    public string? Message { get; init; }

    /// <summary>Stream version that the sender saw, or null when it does not matter.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Institution that is registered as the one that lays down the state's rules.</summary>
    public InstitutionCode? StateRulesBy { get; init; }

    /// <summary>Rules of the knowledge process in force for the institution.</summary>
    public ProcessRules Rules { get; init; } = ProcessRules.Default;

    /// <summary>What must be there, in other streams, whatever the command is.</summary>
    public IEnumerable<Reference?> References => [PersonReference.ToPerson("onBehalfOf", OnBehalfOf)];
}
