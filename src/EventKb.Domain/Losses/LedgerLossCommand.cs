namespace EventKb.Domain.Losses;

/// <summary>What may be asked about losses.</summary>
public abstract record LedgerLossCommand : Command
{
    private LedgerLossCommand() { }

    /// <summary>Goes on without events that were recorded and are gone; the reason in words says why.</summary>
    /// <param name="Origin">Name of the ledger that had them; null where it is unknown.</param>
    /// <param name="FirstPosition">First position that is gone.</param>
    /// <param name="LastPosition">Last known position; 0 where it is unknown.</param>
    /// <param name="RootHash">Root (64 lower-case hex digits) at the last position; null where it is unknown.</param>
    public sealed record Accept(string? Origin, long FirstPosition, long LastPosition, string? RootHash) : LedgerLossCommand;
}
