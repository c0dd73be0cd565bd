using EventKb.Domain;
using EventKb.Domain.Citations;

namespace EventKb.ReadModels.Citations;

/// <summary>A citation as it stands at a pin.</summary>
/// <param name="FirstPosition">Position of its first event: its place in every list, and the cursor.</param>
/// <param name="Id">Stream of the citation.</param>
/// <param name="Institution">Institution of whoever used the version.</param>
/// <param name="Used">The version of an article that was used.</param>
/// <param name="Record">Stream of the record on which it was used; null = on none.</param>
/// <param name="Person">Who used it.</param>
/// <param name="OnBehalfOf">For whom.</param>
/// <param name="Duty">In which duty.</param>
/// <param name="SupportLevel">Support level at which it was used.</param>
/// <param name="UsedAt">When.</param>
/// <param name="Comment">Comment with which it was recorded; null when there is none, or it was erased.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Useful">Whether the version was of use; null = nobody said.</param>
/// <param name="RatingComment">Comment of the last rating.</param>
/// <param name="Withdrawal">That it was recorded by mistake; null = it stands.</param>
public sealed record CitationRow(long FirstPosition, string Id, string Institution, ExactVersion Used, string? Record, string Person,
    string? OnBehalfOf, Duty? Duty, int? SupportLevel, DateTimeOffset UsedAt, string? Comment, long Version, CitationOutcome Outcome, bool? Useful,
    string? RatingComment, CitationWithdrawalRow? Withdrawal);

/// <summary>How a citation was withdrawn.</summary>
/// <param name="Position">Position of the event.</param>
/// <param name="Person">Who did it.</param>
/// <param name="ReasonCode">Reason from the institution's list.</param>
/// <param name="Reason">Reason in words; null when none was given, or erased.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CitationWithdrawalRow(long Position, string Person, string? ReasonCode, string? Reason, DateTimeOffset OccurredAt);
