namespace EventKb.ReadModels.Impact;

/// <summary>What an article touches, in the order in which it is to be seen to.</summary>
public enum ImpactKind
{
    /// <summary>An open incident that cites the article, or belongs to a problem for which it is the workaround.</summary>
    OpenIncident,

    /// <summary>A known error of which a version is, or was last, the workaround.</summary>
    KnownError,

    /// <summary>That a version was used.</summary>
    Citation,

    /// <summary>An article that was adopted, adapted, translated or derived from a version, or from such an article.</summary>
    Copy,

    /// <summary>A service or resource that the article is about.</summary>
    Service,
}

/// <summary>One thing that an article touches.</summary>
/// <param name="Kind">How.</param>
/// <param name="FirstPosition">Position of the thing's first event: its place among those of its kind.</param>
/// <param name="Id">The thing.</param>
public sealed record ImpactRow(ImpactKind Kind, long FirstPosition, string Id);

/// <summary>How many things of a kind there are.</summary>
public sealed record ImpactCount(ImpactKind Kind, long Count);
