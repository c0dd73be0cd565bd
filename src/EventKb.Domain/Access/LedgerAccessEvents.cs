namespace EventKb.Domain.Access;

/// <summary>Who may write into the ledger. Stored for ever: change only by adding versions.</summary>
public abstract record LedgerAccessEvent : Event
{
    private LedgerAccessEvent() { }

    /// <summary>The ledger was first served with sign-in.</summary>
    [Stored("ledger-access.sign-in-required/1")]
    public sealed record SignInRequired : LedgerAccessEvent;

    /// <summary>Whoever runs the server writes without signing in from now on; the reason in words says why.</summary>
    [Stored("ledger-access.glass-broken/1")]
    public sealed record GlassBroken : LedgerAccessEvent;

    /// <summary>That has ended.</summary>
    [Stored("ledger-access.glass-replaced/1")]
    public sealed record GlassReplaced : LedgerAccessEvent;
}
