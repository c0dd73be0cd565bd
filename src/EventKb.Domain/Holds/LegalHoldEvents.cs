namespace EventKb.Domain.Holds;

/// <summary>Holds on something. Stored for ever: change only by adding versions.</summary>
public abstract record LegalHoldEvent : Event
{
    private LegalHoldEvent() { }

    /// <summary>A case keeps it from being erased from now on.</summary>
    [Stored("legal-hold.placed/1")]
    public sealed record Placed(string Held, string Case, string LegalBasis) : LegalHoldEvent;

    /// <summary>The case does so no more.</summary>
    [Stored("legal-hold.released/1")]
    public sealed record Released(string Case) : LegalHoldEvent;
}
