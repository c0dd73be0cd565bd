using EventKb.Domain.Erasure;

namespace EventKb.Domain.Persons;

/// <summary>
/// Whom an account of a sign-in provider belongs to: one stream for each issuer and subject, which are content. Stored for ever: change only by
/// adding versions.
/// </summary>
public abstract record IdentityEvent : Event
{
    private IdentityEvent() { }

    /// <summary>Somebody says that the account is a person's; content: title (subject) and summary (issuer).</summary>
    [Stored("identity.proposed/1")]
    public sealed record Proposed(PersonId Person) : IdentityEvent;

    /// <summary>Somebody else says so too: the person signs in with it.</summary>
    [Stored("identity.confirmed/1")]
    public sealed record Confirmed : IdentityEvent;

    /// <summary>It is nobody's any more.</summary>
    [Stored("identity.released/1")]
    public sealed record Released : IdentityEvent;

    /// <summary>Issuer and subject as they were said at a position of this stream were destroyed on a legal basis.</summary>
    [Stored("identity.texts-erased/1")]
    public sealed record TextsErased(long Position, string LegalBasis) : IdentityEvent, IErasesTexts;
}
