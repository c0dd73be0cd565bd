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
    public ValueMap<int> ReviewDays { get; init; } = [];

    /// <summary>Reason codes that may be used; empty = any code.</summary>
    public ValueList<string> Reasons { get; init; } = [];

    /// <summary>Templates: article kind to the names of its sections, in order.</summary>
    public ValueMap<ValueList<string>> Templates { get; init; } = [];

    /// <summary>True where an article must say something in each section of its template, from its first draft on; null = not so.</summary>
    public bool? RequireSections { get; init; }

    /// <summary>Retention in days by what is retained; empty = kept without limit.</summary>
    public ValueMap<int> RetentionDays { get; init; } = [];

    /// <summary>Days for which a fix of a known error is observed before it can be verified, 1–3660; null = none.</summary>
    public int? ObservationDays { get; init; }

    /// <summary>Days after which an open problem must have a known error or a change that resolves it, 1–3660; null = it need not.</summary>
    public int? KnownErrorDays { get; init; }

    /// <summary>Incidents of this priority or a higher one (a lower number) must cite an article, 1–9; null = none must.</summary>
    public int? CitedPriority { get; init; }

    /// <summary>The process in force as <c>stream@version</c>; null where none is. Not stored with the rules.</summary>
    [Derived]
    public string? Source { get; init; }
}
