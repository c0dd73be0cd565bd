namespace EventKb.Domain.Losses;

/// <summary>The loss that was accepted on the stream; null = none was.</summary>
public sealed record LedgerLossState(LedgerLossEvent.Accepted? Accepted)
{
    /// <summary>Nothing was accepted.</summary>
    public static LedgerLossState Empty { get; } = new(Accepted: null);
}
