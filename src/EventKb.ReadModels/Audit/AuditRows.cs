using EventKb.Domain;

namespace EventKb.ReadModels.Audit;

/// <summary>What the audit trail says of one event.</summary>
/// <param name="Position">Position in the ledger.</param>
/// <param name="EventId">Id of the event.</param>
/// <param name="Type">Stored type with its version.</param>
/// <param name="Stream">Stream of the event.</param>
/// <param name="Category">Category of the stream.</param>
/// <param name="Version">Version in the stream.</param>
/// <param name="Institution">Institution whose stream it is.</param>
/// <param name="Subject">What it is about: the duty's subject, the erased stream, otherwise the stream itself.</param>
/// <param name="OccurredAt">When it became true.</param>
/// <param name="RecordedAt">When the ledger learned it.</param>
/// <param name="Person">Who acted.</param>
/// <param name="OnBehalfOf">For whom.</param>
/// <param name="ActingInstitution">For which institution they acted.</param>
/// <param name="Duty">In which duty.</param>
/// <param name="AuthorisedBy">Stream of the assignment that authorised it.</param>
/// <param name="Via">The way it came in.</param>
/// <param name="ReasonCode">Reason from the list.</param>
/// <param name="Reason">Reason in words; null when none was given or it was erased.</param>
/// <param name="CommandId">Command that made it.</param>
/// <param name="CausationId">What caused the command.</param>
/// <param name="CorrelationId">What it belongs to.</param>
/// <param name="Rule">Knowledge process in force, as <c>stream@version</c>.</param>
/// <param name="SentBy">Who sent it, where that is not the person.</param>
/// <param name="PlannedFor">Time for which it was planned, where it was.</param>
/// <param name="CheckedAt">Position as of which what it refers to was known to be there.</param>
/// <param name="Policy">Version of the policy and rule that allowed it; null = it was not judged.</param>
/// <param name="Message">The source's own account in full, where it says more than the reason; null when erased.</param>
/// <param name="Changes">What changed, field by field.</param>
public sealed record AuditEntryRow(
    long Position, string EventId, string Type, string Stream, string Category, long Version, string Institution, string Subject,
    DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Person, string? OnBehalfOf, string ActingInstitution, Duty? Duty,
    string? AuthorisedBy, Via Via, string? ReasonCode, string? Reason, string CommandId, string CausationId, string CorrelationId,
    string? Rule, string? SentBy, DateTimeOffset? PlannedFor, long? CheckedAt, string? Policy, string? Message, IReadOnlyList<AuditChange> Changes);

/// <summary>One field before and after an event.</summary>
/// <param name="Path">The field.</param>
/// <param name="Before">
/// Value before, null where there was none or its text is erased. Text as it is, anything else as JSON; a body and a section as
/// <c>sha256:</c> and the digest of its text.
/// </param>
/// <param name="After">Value after, in the same way.</param>
public sealed record AuditChange(string Path, string? Before, string? After);
