namespace EventKb.Domain.KnowledgeArticles;

/// <summary>What sort of knowledge an article holds.</summary>
public enum ArticleKind
{
    /// <summary>Incidenta risinājums.</summary>
    IncidentResolution,

    /// <summary>Problēmas analīze.</summary>
    ProblemAnalysis,

    /// <summary>Zināma kļūda.</summary>
    KnownError,

    /// <summary>Pakalpojuma sniegšanas instrukcija.</summary>
    ServiceInstruction,

    /// <summary>Resursa lietošanas instrukcija.</summary>
    ResourceInstruction,

    /// <summary>Procesa apraksts.</summary>
    ProcessDescription,

    /// <summary>Veiktā izmaiņa.</summary>
    ChangeMade,

    /// <summary>Plānotā izmaiņa.</summary>
    ChangePlanned,

    /// <summary>Attīstības plāns.</summary>
    DevelopmentPlan,

    /// <summary>Pārtraukuma paziņojums.</summary>
    OutageNotice,

    /// <summary>Biežāk uzdotie jautājumi.</summary>
    Faq,
}

/// <summary>How an article relates to an exact version of another.</summary>
public enum RelationType
{
    /// <summary>Takes the place of the target.</summary>
    Replaces,

    /// <summary>Says the same as the target.</summary>
    Duplicates,

    /// <summary>Says the opposite of the target.</summary>
    Contradicts,

    /// <summary>Was made from the target for another setting.</summary>
    Adapts,

    /// <summary>Is the target in another language.</summary>
    Translates,

    /// <summary>Was written from the target, a record of the request management system.</summary>
    DerivedFrom,

    /// <summary>Rests on the target.</summary>
    Evidence,
}

/// <summary>What an article is about; services, resources and life situations are catalogue entries' stream ids.</summary>
public sealed record Classification
{
    /// <summary>Services.</summary>
    public ValueList<string> Services { get; init; } = [];

    /// <summary>Resources.</summary>
    public ValueList<string> Resources { get; init; } = [];

    /// <summary>Life situations.</summary>
    public ValueList<string> LifeSituations { get; init; } = [];

    /// <summary>Territories, as codes.</summary>
    public ValueList<string> Territories { get; init; } = [];

    /// <summary>Error codes that a user or system shows.</summary>
    public ValueList<string> ErrorCodes { get; init; } = [];

    /// <summary>Keywords.</summary>
    public ValueList<string> Keywords { get; init; } = [];
}

/// <summary>Who may see: support levels 0…n, staff, partners; a restriction has a basis and may end.</summary>
public sealed record Audience
{
    /// <summary>Support levels, 0 = the public.</summary>
    public ValueList<int> SupportLevels { get; init; } = [];

    /// <summary>The institution's staff.</summary>
    public bool Staff { get; init; }

    /// <summary>Partners that provide the service.</summary>
    public bool Partners { get; init; }

    /// <summary>Legal basis of a restriction; null = not restricted.</summary>
    public string? RestrictedBasis { get; init; }

    /// <summary>First day on which the restriction no longer holds.</summary>
    public DateOnly? RestrictedUntil { get; init; }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SupportLevels.Count, Staff, Partners, RestrictedBasis, RestrictedUntil);
}
