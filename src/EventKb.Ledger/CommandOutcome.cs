using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// What became of a command. An outage is an exception (<see cref="LedgerUnavailableException"/>), never an outcome.
/// </summary>
public abstract record CommandOutcome
{
    private CommandOutcome() { }

    /// <summary>Accepted: everything it had to say is in the ledger, now or from an earlier time under the same id.</summary>
    /// <param name="Version">Version of the stream after the command's last event; the current one where there was nothing new.</param>
    /// <param name="Events">Number of events; 0 = nothing new to say.</param>
    /// <param name="FirstPosition">Position of its first event; 0 where there is none.</param>
    /// <param name="LastPosition">Position of its last event; 0 where there is none.</param>
    /// <param name="RecordedAt">When the ledger recorded it; null where there was nothing new.</param>
    /// <param name="Repeated">True when the same command had been recorded before and this is its first outcome again.</param>
    public sealed record Committed(long Version, int Events, long FirstPosition, long LastPosition, DateTimeOffset? RecordedAt,
        bool Repeated) : CommandOutcome;

    /// <summary>Refused by the decider, the authority or the expected version.</summary>
    /// <param name="Rejection">Why, as a coded value.</param>
    /// <param name="CurrentVersion">Version of the stream now; 0 = no such stream.</param>
    public sealed record Refused(Rejection Rejection, long CurrentVersion) : CommandOutcome;
}
