namespace EventKb.Domain;

/// <summary>What a knowledge process (Zināšanu pārvaldības process) lays down; stored in its events.</summary>
public sealed record ProcessRules
{
    /// <summary>The rules where no process is in force: four eyes, 72 h for a provisional fix, no lists.</summary>
    public static ProcessRules Default { get; } = new();

    /// <summary>True when author and approver must be two people.</summary>
    public bool FourEyes { get; init; } = true;

    /// <summary>Hours after which a provisionally published fix lapses unless approved, 1–720.</summary>
    public int ProvisionalHours { get; init; } = 72;

    /// <summary>Days between reviews by article kind; a kind that is absent has no review date of its own.</summary>
    public IReadOnlyDictionary<string, int> ReviewDays { get; init; } = new Dictionary<string, int>();

    /// <summary>Reason codes that may be used; empty = any code.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Templates: article kind to the names of its sections, in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Templates { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Retention in days by what is retained; empty = kept without limit.</summary>
    public IReadOnlyDictionary<string, int> RetentionDays { get; init; } = new Dictionary<string, int>();

    /// <summary>The process in force as <c>stream@version</c>; null where none is. Not stored with the rules.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    public bool Equals(ProcessRules? other) =>
        other is not null
        && (FourEyes, ProvisionalHours, Source) == (other.FourEyes, other.ProvisionalHours, other.Source)
        && Structural.Same(Reasons, other.Reasons)
        && Structural.Same(ReviewDays, other.ReviewDays)
        && Structural.Same(RetentionDays, other.RetentionDays)
        && Structural.Same(Templates, other.Templates, Structural.Same);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FourEyes, ProvisionalHours, Source, Reasons.Count, ReviewDays.Count);
}
