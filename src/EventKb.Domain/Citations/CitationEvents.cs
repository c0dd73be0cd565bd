namespace EventKb.Domain.Citations;

/// <summary>What became known of a citation. Stored for ever: change only by adding versions.</summary>
public abstract record CitationEvent : Event
{
    private CitationEvent() { }

    /// <summary>A version was used, at the time of the event, by the person of the event; content: comment.</summary>
    /// <param name="Used">The version.</param>
    /// <param name="Record">Stream of the record on which it was used; null = on none.</param>
    /// <param name="SupportLevel">Support level, 0 to 9.</param>
    /// <param name="Outcome">What was known to have come of it.</param>
    /// <param name="Useful">Whether it was of use; null = not said.</param>
    [Stored("citation.recorded/1")]
    public sealed record Recorded(ExactVersion Used, string? Record, int? SupportLevel, CitationOutcome Outcome, bool? Useful) : CitationEvent;

    /// <summary>It became known what came of it.</summary>
    [Stored("citation.outcome-stated/1")]
    public sealed record OutcomeStated(CitationOutcome Outcome) : CitationEvent;

    /// <summary>Whoever cited says whether the version was of use; content: comment.</summary>
    [Stored("citation.rated/1")]
    public sealed record Rated(bool Useful) : CitationEvent;

    /// <summary>It was recorded by mistake.</summary>
    [Stored("citation.withdrawn/1")]
    public sealed record Withdrawn : CitationEvent;
}
