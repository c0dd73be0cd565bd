using EventKb.Domain.Erasure;

namespace EventKb.Domain.Persons;

/// <summary>
/// What an institution's directory says of a person, a group or a program. Names and e-mail addresses are content. Days as in ownership.
/// Stored for ever: change only by adding versions.
/// </summary>
public abstract record PersonEvent : Event
{
    private PersonEvent() { }

    /// <summary>
    /// Entered in the directory, by somebody or from a register that is kept elsewhere (<c>Source</c>); content: title (name) and e-mail.
    /// </summary>
    [Stored("person.registered/1")]
    public sealed record Registered(PersonKind Kind, string? Source = null) : PersonEvent;

    /// <summary>A source names somebody, and nobody has said who that is; content: title (name) and e-mail.</summary>
    [Stored("person.claimed/1")]
    public sealed record Claimed(PersonKind Kind, string Source) : PersonEvent;

    /// <summary>Has another name or e-mail from a day on; content: both, whole.</summary>
    [Stored("person.renamed/1")]
    public sealed record Renamed(DateOnly From) : PersonEvent;

    /// <summary>Left the institution.</summary>
    [Stored("person.left/1")]
    public sealed record Left(DateOnly On) : PersonEvent;

    /// <summary>Is back in the institution.</summary>
    [Stored("person.returned/1")]
    public sealed record Returned(DateOnly On) : PersonEvent;

    /// <summary>May not sign in from now on.</summary>
    [Stored("person.disabled/1")]
    public sealed record Disabled : PersonEvent;

    /// <summary>May sign in again.</summary>
    [Stored("person.enabled/1")]
    public sealed record Enabled : PersonEvent;

    /// <summary>May do what needs a right, over an institution or over all.</summary>
    [Stored("person.right-granted/1")]
    public sealed record RightGranted(PersonRight Right, DateOnly From, DateOnly? Until, InstitutionCode? Over = null) : PersonEvent;

    /// <summary>May do it no longer from a day on.</summary>
    [Stored("person.right-revoked/1")]
    public sealed record RightRevoked(PersonRight Right, DateOnly On, InstitutionCode? Over = null) : PersonEvent;

    /// <summary>Somebody belongs to the group.</summary>
    [Stored("person.member-added/1")]
    public sealed record MemberAdded(PersonId Member, DateOnly From) : PersonEvent;

    /// <summary>Somebody no longer belongs to the group.</summary>
    [Stored("person.member-removed/1")]
    public sealed record MemberRemoved(PersonId Member, DateOnly From) : PersonEvent;

    /// <summary>A name, or whatever else was said in words at a position of this stream, was destroyed on a legal basis.</summary>
    [Stored("person.texts-erased/1")]
    public sealed record TextsErased(long Position, string LegalBasis) : PersonEvent, IErasesTexts;

    /// <summary>Nothing in words is left of the entry; it takes no name again.</summary>
    [Stored("person.erased/1")]
    public sealed record Erased(string LegalBasis) : PersonEvent;
}

/// <summary>What acts under a pseudonym.</summary>
public enum PersonKind
{
    /// <summary>A natural person.</summary>
    Person,

    /// <summary>A group of persons.</summary>
    Group,

    /// <summary>A program.</summary>
    ServiceAccount,

    /// <summary>Whoever ran the server where nobody signs in, under the name given to it.</summary>
    LocalOperator,
}
