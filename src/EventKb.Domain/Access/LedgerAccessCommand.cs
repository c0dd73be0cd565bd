namespace EventKb.Domain.Access;

/// <summary>What may be asked about who writes into the ledger; whoever runs the server asks it by how they start it.</summary>
public abstract record LedgerAccessCommand : Command
{
    private LedgerAccessCommand() { }

    /// <summary>From now on only who signs in writes.</summary>
    public sealed record RequireSignIn : LedgerAccessCommand;

    /// <summary>Write without signing in, for a reason in words.</summary>
    public sealed record BreakGlass : LedgerAccessCommand;

    /// <summary>End that.</summary>
    public sealed record ReplaceGlass : LedgerAccessCommand;
}
