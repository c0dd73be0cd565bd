using static EventKb.Domain.Catalogue.InstitutionEvent;

namespace EventKb.Domain.Catalogue;

/// <summary>An institution as last recorded.</summary>
public sealed record InstitutionState
{
    /// <summary>Nothing was registered.</summary>
    public static InstitutionState Empty { get; } = new();

    /// <summary>Its code; null before it was registered.</summary>
    public InstitutionCode? Code { get; init; }

    /// <summary>What was registered; null before it was.</summary>
    public Registered? Registered { get; init; }

    /// <summary>Its name.</summary>
    public Texts? Texts { get; init; }

    /// <summary>How it ended; null = it has not.</summary>
    public InstitutionEvent? End { get; init; }

    /// <summary>What it is or has become; null before it was registered.</summary>
    public InstitutionStatus? Status => End switch
    {
        Merged => InstitutionStatus.Merged,
        Split => InstitutionStatus.Split,
        Succeeded => InstitutionStatus.Succeeded,
        _ => Registered is null ? null : InstitutionStatus.Active,
    };

    /// <summary>Institutions that took over.</summary>
    public IReadOnlyList<InstitutionCode> Successors => End switch
    {
        Merged e => [e.Into],
        Split e => e.Into,
        Succeeded e => [e.By],
        _ => [],
    };

    /// <summary>First day on which it is no more; null = it exists.</summary>
    public DateOnly? Until => End switch
    {
        Merged e => e.From,
        Split e => e.From,
        Succeeded e => e.From,
        _ => null,
    };
}

/// <summary>What an institution is or has become.</summary>
public enum InstitutionStatus
{
    /// <summary>It exists.</summary>
    Active,

    /// <summary>It was merged into another.</summary>
    Merged,

    /// <summary>It was split into others.</summary>
    Split,

    /// <summary>Another succeeded it.</summary>
    Succeeded,
}
