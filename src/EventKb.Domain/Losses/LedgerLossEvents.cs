namespace EventKb.Domain.Losses;

/// <summary>Loss of recorded events, a stream of its own for each. Stored for ever: change only by adding versions.</summary>
public abstract record LedgerLossEvent : Event
{
    private LedgerLossEvent() { }

    /// <summary>The operator went on without these positions of that ledger; its last known root binds what was there.</summary>
    [Stored("ledger-loss.accepted/1")]
    public sealed record Accepted(string? Origin, long FirstPosition, long LastPosition, string? RootHash) : LedgerLossEvent;
}
