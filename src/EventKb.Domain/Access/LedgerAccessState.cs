namespace EventKb.Domain.Access;

/// <summary>Who may write, as last recorded.</summary>
/// <param name="SignInRequired">True once the ledger was served with sign-in.</param>
/// <param name="BrokenAt">Position at which the glass was last broken; null = it is whole.</param>
public sealed record LedgerAccessState(bool SignInRequired, long? BrokenAt)
{
    /// <summary>Whoever can write the folder may.</summary>
    public static LedgerAccessState Empty { get; } = new(SignInRequired: false, BrokenAt: null);
}
