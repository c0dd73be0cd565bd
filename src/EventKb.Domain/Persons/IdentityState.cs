using EventKb.Domain.Erasure;

namespace EventKb.Domain.Persons;

/// <summary>An account as last recorded.</summary>
public sealed record IdentityState
{
    /// <summary>Nobody said anything of it.</summary>
    public static IdentityState Empty { get; } = new();

    /// <summary>The stream; null before anything was said.</summary>
    public string? Stream { get; init; }

    /// <summary>Where it stands; null before anything was said.</summary>
    public IdentityStatus? Status { get; init; }

    /// <summary>Whose it is, or is said to be; null = nobody's.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Who said so first, and on whose behalf.</summary>
    public ValueList<PersonId> Proposers { get; init; } = [];

    /// <summary>Issuer and subject.</summary>
    public Texts? Account { get; init; }

    /// <summary>Where something was said in words.</summary>
    public SpokenTexts Spoken { get; init; } = SpokenTexts.None;
}

/// <summary>Where an account stands.</summary>
public enum IdentityStatus
{
    /// <summary>One person says whose it is.</summary>
    Proposed,

    /// <summary>A second one said so too.</summary>
    Bound,

    /// <summary>It is nobody's.</summary>
    Released,
}
