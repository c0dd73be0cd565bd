namespace EventKb.Domain.IncidentProblemLinks;

/// <summary>What was said of an incident's belonging to a problem. Stored for ever: change only by adding versions.</summary>
public abstract record IncidentProblemLinkEvent : Event
{
    private IncidentProblemLinkEvent() { }

    /// <summary>Ierosināta: by a person, or by a rule with its confidence; content: comment (the explanation).</summary>
    /// <param name="Pair">The incident and the problem.</param>
    /// <param name="Rule">The rule, as a code; null = a person proposed it.</param>
    /// <param name="Confidence">How sure the rule is, 0 to 1.</param>
    [Stored("incident-problem-link.proposed/1")]
    public sealed record Proposed(LinkedPair Pair, string? Rule, double? Confidence) : IncidentProblemLinkEvent;

    /// <summary>Apliecināta: by a person on the problem's side.</summary>
    [Stored("incident-problem-link.confirmed/1")]
    public sealed record Confirmed : IncidentProblemLinkEvent;

    /// <summary>The request management system says so.</summary>
    [Stored("incident-problem-link.confirmed-by-source/1")]
    public sealed record ConfirmedBySource(LinkedPair Pair) : IncidentProblemLinkEvent;

    /// <summary>Noraidīta.</summary>
    [Stored("incident-problem-link.rejected/1")]
    public sealed record Rejected : IncidentProblemLinkEvent;

    /// <summary>Atsaukta: by persons, or since the request management system no longer says so (then it came in by an import).</summary>
    [Stored("incident-problem-link.withdrawn/1")]
    public sealed record Withdrawn : IncidentProblemLinkEvent;

    /// <summary>Atjaunota: proposed again.</summary>
    [Stored("incident-problem-link.reopened/1")]
    public sealed record Reopened : IncidentProblemLinkEvent;
}

/// <summary>Where a link stands.</summary>
public enum LinkState
{
    /// <summary>Ierosināta.</summary>
    Proposed,

    /// <summary>Apliecināta.</summary>
    Confirmed,

    /// <summary>Apliecināta avotā.</summary>
    ConfirmedBySource,

    /// <summary>Noraidīta.</summary>
    Rejected,

    /// <summary>Atsaukta.</summary>
    Withdrawn,

    /// <summary>Atjaunota.</summary>
    Reopened,
}
