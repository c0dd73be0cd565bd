namespace EventKb.Domain.Citations;

/// <summary>A citation as last recorded.</summary>
public sealed record CitationState
{
    /// <summary>Nothing has been cited.</summary>
    public static CitationState Empty { get; } = new();

    /// <summary>What was used, and on what; null before that.</summary>
    public CitationEvent.Recorded? Recorded { get; init; }

    /// <summary>Who used it, and for whom: those who may rate it.</summary>
    public ValueList<PersonId> Citers { get; init; } = [];

    /// <summary>What came of it.</summary>
    public CitationOutcome Outcome { get; init; }

    /// <summary>Whether the version was of use; null = nobody said.</summary>
    public bool? Useful { get; init; }

    /// <summary>The comment with which it was recorded.</summary>
    public Texts? Comment { get; init; }

    /// <summary>The comment of the rating that holds, where it came later.</summary>
    public Texts? RatingComment { get; init; }

    /// <summary>True when it was recorded by mistake.</summary>
    public bool IsWithdrawn { get; init; }

    internal bool IsBy(PersonId? person) => person is { } one && Citers.Contains(one);
}
