namespace EventKb.Domain.Governance;

/// <summary>A control and its findings.</summary>
public sealed record ControlState
{
    /// <summary>Nothing was performed.</summary>
    public static ControlState Empty { get; } = new();

    /// <summary>What was performed; null before it was.</summary>
    public ControlEvent.Performed? Performed { get; init; }

    /// <summary>Its title and summary.</summary>
    public Texts? Texts { get; init; }

    /// <summary>Findings by number, in the order they were raised.</summary>
    public Keyed<int, Finding> Findings { get; init; } = new();
}

/// <summary>Something to be put right.</summary>
/// <param name="Raised">What was raised.</param>
/// <param name="RaisedAt">When it became true.</param>
/// <param name="Texts">What was said when it was raised.</param>
/// <param name="IsClosed">True once it was closed.</param>
/// <param name="ClosingTexts">What was said when it was closed.</param>
public sealed record Finding(ControlEvent.FindingRaised Raised, DateTimeOffset RaisedAt, Texts? Texts, bool IsClosed = false,
    Texts? ClosingTexts = null);
