namespace EventKb.Domain.Ownership;

/// <summary>The terms and deputyships of one duty for one subject, as last recorded.</summary>
public sealed record OwnershipAssignmentState
{
    /// <summary>Nobody was ever assigned.</summary>
    public static OwnershipAssignmentState Empty { get; } = new();

    /// <summary>The duty; null before the first term.</summary>
    public Duty? Duty { get; init; }

    /// <summary>The subject; null before the first term.</summary>
    public string? Subject { get; init; }

    /// <summary>Terms by number, in the order they were opened.</summary>
    public Keyed<int, Term> Terms { get; init; } = new();

    /// <summary>Deputyships by number, in the order they were opened.</summary>
    public Keyed<int, Deputyship> Deputyships { get; init; } = new();

    /// <summary>Those who hold the duty on a day: at most one, except for a duty that may be shared.</summary>
    public IEnumerable<Term> HeldOn(DateOnly day) => Terms.Values.Where(term => term.Covers(day));
}

/// <summary>Days from the first to the one before <paramref name="Until"/>; null = open.</summary>
public abstract record Span(DateOnly From, DateOnly? Until)
{
    /// <summary>True when the day is one of these.</summary>
    public bool Covers(DateOnly day) => From <= day && !(Until <= day);

    /// <summary>True when some day is in both.</summary>
    public bool Overlaps(DateOnly from, DateOnly? until) => !(Until <= from) && !(until <= From);
}

/// <summary>Who holds the duty on which days, on what order; <paramref name="EndReason"/> is why it ended early.</summary>
public sealed record Term(int Number, PersonId Holder, InstitutionCode HolderInstitution, DateOnly From, DateOnly? Until,
    Basis Basis, string? EndReason = null) : Span(From, Until);

/// <summary>A deputyship: who stands in on which days, with what powers; relieved = it ended early.</summary>
public sealed record Deputyship(int Number, PersonId Deputy, DateOnly From, DateOnly? Until,
    ValueList<string> Powers, bool Acting, Basis Basis, bool Relieved = false) : Span(From, Until);
