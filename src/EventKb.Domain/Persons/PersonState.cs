using EventKb.Domain.Erasure;

namespace EventKb.Domain.Persons;

/// <summary>An entry of the directory as last recorded.</summary>
public sealed record PersonState
{
    /// <summary>Nobody is known.</summary>
    public static PersonState Empty { get; } = new();

    /// <summary>The stream, which is the pseudonym; null before it was known.</summary>
    public string? Stream { get; init; }

    /// <summary>What it is; null before it was known.</summary>
    public PersonKind? Kind { get; init; }

    /// <summary>The source that names them; null = somebody entered them.</summary>
    public string? Source { get; init; }

    /// <summary>Name and e-mail last given.</summary>
    public Texts? Name { get; init; }

    /// <summary>First day on which they hold; null = always.</summary>
    public DateOnly? NamedFrom { get; init; }

    /// <summary>First day out of the institution; null = in it.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>First day of the time in it, where they came back; null = they never left and came back.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>True while they may not sign in.</summary>
    public bool Disabled { get; init; }

    /// <summary>Who belongs to the group, or did.</summary>
    public Keyed<string, Membership> Members { get; init; } = new();

    /// <summary>Rights that they have, had or will have.</summary>
    public Keyed<RightOver, ValueList<Membership>> Rights { get; init; } = new();

    /// <summary>Day from which each right was last taken.</summary>
    public Keyed<RightOver, DateOnly> RightsTaken { get; init; } = new();

    /// <summary>Where something was said in words.</summary>
    public SpokenTexts Spoken { get; init; } = SpokenTexts.None;

    /// <summary>Rights on a day; none for who is disabled, erased or has left.</summary>
    public IEnumerable<RightOver> RightsOn(DateOnly day) => MaySignInOn(day)
        ? Rights.Where(right => right.Value.Any(time => time.From <= day && !(day >= time.Until))).Select(right => right.Key) : [];

    /// <summary>True where they may sign in on a day.</summary>
    public bool MaySignInOn(DateOnly day) =>
        this is { Kind: PersonKind.Person or PersonKind.ServiceAccount, Disabled: false, ErasedOn: null } && !(day >= LeftOn);

    /// <summary>Legal basis on which it was erased; null = it was not.</summary>
    public string? ErasedOn { get; init; }
}

/// <summary>The last interval in which somebody belonged to a group, or had a right; null = they still do.</summary>
public sealed record Membership(DateOnly From, DateOnly? Until);
