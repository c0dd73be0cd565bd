namespace EventKb.Domain.KnownErrors;

/// <summary>Every reason for which a command on a known error is refused, besides input that breaks a rule about its form.</summary>
internal static class KnownErrorRejections
{
    public static readonly Rejection NotFound = Form.NotFound("No known error was opened from this problem.");

    public static readonly Rejection AlreadyOpened = new("KNOWN_ERROR_EXISTS", "A known error was already opened from this problem.",
        "Change the known error that is there, or reopen it.", "problem");

    public static readonly Rejection NoWorkaround =
        new("NO_WORKAROUND", "The known error has no workaround.", "Set one before withdrawing it.");

    public static readonly Rejection SamePerson = new("SAME_PERSON",
        "The person who verifies the fix, or for whom they act, fixed it.", "Have another person verify it.");

    public static readonly Rejection ReopeningWaits = new("REOPENING_PROPOSED",
        "An incident was linked with the problem after the fix.", "Reopen the known error, or decline the proposal first.");

    public static readonly Rejection NoReopeningProposed = new("NO_REOPENING_PROPOSED",
        "Nobody has proposed to reopen the known error.", "Leave it as it is.");

    public static Rejection NotOpen(KnownErrorStatus status) => new("KNOWN_ERROR_NOT_OPEN",
        $"The known error is not open; its status is {status.Code()}.", "Reopen it first.");

    public static Rejection NotFixed(KnownErrorStatus status) => new("KNOWN_ERROR_NOT_FIXED",
        $"The known error is not fixed; its status is {status.Code()}.", "Record the fix first.");

    public static Rejection StillOpen(KnownErrorStatus status) => new("KNOWN_ERROR_OPEN", $"The known error is open; its status is {status.Code()}.",
        "Fix or accept it.");

    public static Rejection UnderObservation(DateOnly until) => new("OBSERVATION_NOT_OVER",
        $"The fix is under observation until {until:yyyy-MM-dd}.", "Verify it then.");
}
