namespace EventKb.Domain.Governance;

/// <summary>
/// A control (kontrole) of how knowledge is accumulated and kept.
/// Stored for ever: change only by adding versions.
/// </summary>
public abstract record ControlEvent : Event
{
    private ControlEvent() { }

    /// <summary>A control of the period [From, Until) was performed on sampled versions; content: title and summary.</summary>
    [Stored("control.performed/1")]
    public sealed record Performed(Duty Duty, string? Subject, DateOnly From, DateOnly Until,
        ValueList<ExactVersion> Sample) : ControlEvent;

    /// <summary>The control found something to be put right; content: comment.</summary>
    [Stored("control.finding-raised/1")]
    public sealed record FindingRaised(int Finding, PersonId Responsible, DateOnly DueOn, ExactVersion? About) : ControlEvent;

    /// <summary>A finding was closed; content: comment.</summary>
    [Stored("control.finding-closed/1")]
    public sealed record FindingClosed(int Finding) : ControlEvent;
}
