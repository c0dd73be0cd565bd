using EventKb.Domain;

namespace EventKb.ReadModels.Coverage;

/// <summary>What is missing.</summary>
public enum GapKind
{
    /// <summary>Nobody holds the duty, and nobody deputises.</summary>
    Vacant,

    /// <summary>Nobody holds the duty since its holder left.</summary>
    HolderLeft,

    /// <summary>Nobody holds the duty, but somebody deputises.</summary>
    DeputyOnly,

    /// <summary>No published article is about the service or resource.</summary>
    NoArticle,

    /// <summary>The review day of a published article has passed.</summary>
    ReviewOverdue,

    /// <summary>An open record has no service.</summary>
    Unclassified,

    /// <summary>A problem is open for longer than the process allows without a known error and without a change that resolves it.</summary>
    NoKnownError,

    /// <summary>An open known error has no workaround that can be used.</summary>
    NoWorkaround,

    /// <summary>A closed interruption, or breach of a service level, of a priority that has to cites no article.</summary>
    NotCited,
}

/// <summary>Days on which something is missing, counted by the day in Europe/Riga.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Institution">Institution to which the subject belongs.</param>
/// <param name="Subject">Institution's code, service or resource; for an overdue review what answers for the article, or
/// null.</param>
/// <param name="Article">The article whose review is overdue.</param>
/// <param name="Record">The record that lacks something.</param>
/// <param name="Duty">Duty that nobody holds, or whose holder answers for it; null where none is named.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after it; null = still missing on the pin's day.</param>
/// <param name="Days">Number of days, the pin's day included.</param>
public sealed record GapRow(GapKind Kind, string Institution, string? Subject, string? Article, string? Record, Duty? Duty,
    DateOnly From, DateOnly? Until, int Days)
{
    /// <summary>Level of the duty.</summary>
    public Level? Level => Duty?.LevelOf();

    /// <summary>Scope of the duty.</summary>
    public Scope? Scope => Duty?.ScopeOf();

    /// <summary>Place in the list: by first day, then by what is missing where.</summary>
    public string Cursor { get; } =
        $"{Micros.Day(From)}|{RowJson.Name(Kind)}|{Subject}|{(Duty is { } duty ? RowJson.Name(duty) : "")}|{Article ?? Record}";
}

/// <summary>Which gaps are asked for; what is null asks nothing.</summary>
public sealed record GapFilter
{
    /// <summary>Institution to which the subject belongs.</summary>
    public string? Institution { get; init; }

    /// <summary>Institution's code, service or resource.</summary>
    [Identifier]
    public string? Subject { get; init; }

    /// <summary>Service that the subject is.</summary>
    [Identifier]
    public string? Service { get; init; }

    /// <summary>Resource that the subject is.</summary>
    [Identifier]
    public string? Resource { get; init; }

    /// <summary>What is missing.</summary>
    public GapKind? Kind { get; init; }

    /// <summary>The duty.</summary>
    public Duty? Duty { get; init; }

    /// <summary>Level of the duty.</summary>
    public Level? Level { get; init; }

    /// <summary>Scope of the duty.</summary>
    public Scope? Scope { get; init; }

    /// <summary>Missing on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Missing before this day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>True: still missing on the pin's day; false: no longer.</summary>
    public bool? Open { get; init; }

    internal string? About => Subject ?? Service ?? Resource;

    internal bool Asks(GapKind kind) => Kind is null || Kind == kind;

    internal bool Fits(GapRow gap) =>
        Asks(gap.Kind)
        && (Institution is null || gap.Institution == Institution) && (About is null || gap.Subject == About)
        && (Duty is null || gap.Duty == Duty) && (Level is null || gap.Level == Level) && (Scope is null || gap.Scope == Scope)
        && (From is null || gap.Until is null || gap.Until > From) && (Until is null || gap.From < Until)
        && (Open is null || gap.Until is null == Open);
}
