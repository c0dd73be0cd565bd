namespace EventKb.Domain.KnownErrors;

/// <summary>What happened to a known error. Stored for ever: change only by adding versions.</summary>
public abstract record KnownErrorEvent : Event
{
    private KnownErrorEvent() { }

    /// <summary>Opened from a problem; content: title and summary (the symptoms).</summary>
    [Stored("known-error.opened/1")]
    public sealed record Opened(string Problem) : KnownErrorEvent;

    /// <summary>The cause was stated; content: body.</summary>
    [Stored("known-error.cause-stated/1")]
    public sealed record CauseStated : KnownErrorEvent;

    /// <summary>Pagaidu risinājums: an exact version of an article that was in use.</summary>
    [Stored("known-error.workaround-set/1")]
    public sealed record WorkaroundSet(ExactVersion Workaround) : KnownErrorEvent;

    /// <summary>There is no workaround any more.</summary>
    /// <param name="Workaround">The version that was it.</param>
    /// <param name="Loss">What became of the version; null = a person withdrew it as the workaround.</param>
    [Stored("known-error.workaround-withdrawn/1")]
    public sealed record WorkaroundWithdrawn(ExactVersion Workaround, WorkaroundLoss? Loss) : KnownErrorEvent;

    /// <summary>A change request is to fix it.</summary>
    [Stored("known-error.fix-change-linked/1")]
    public sealed record FixChangeLinked(string Change) : KnownErrorEvent;

    /// <summary>Novērsta.</summary>
    [Stored("known-error.fixed/1")]
    public sealed record Fixed : KnownErrorEvent;

    /// <summary>Another person found after the observation period that the fix holds.</summary>
    [Stored("known-error.verified/1")]
    public sealed record Verified : KnownErrorEvent;

    /// <summary>Pieņemta: it stays.</summary>
    [Stored("known-error.accepted/1")]
    public sealed record Accepted : KnownErrorEvent;

    /// <summary>Open again.</summary>
    [Stored("known-error.reopened/1")]
    public sealed record Reopened : KnownErrorEvent;

    /// <summary>An incident was linked with the problem although it is fixed.</summary>
    [Stored("known-error.reopening-proposed/1")]
    public sealed record ReopeningProposed(string Incident) : KnownErrorEvent;

    /// <summary>It stays as it is in spite of the incident.</summary>
    [Stored("known-error.reopening-declined/1")]
    public sealed record ReopeningDeclined(string Incident) : KnownErrorEvent;
}

/// <summary>Where a known error stands.</summary>
public enum KnownErrorStatus
{
    /// <summary>Atvērta.</summary>
    Open,

    /// <summary>Novērsta.</summary>
    Fixed,

    /// <summary>Pārbaudīta.</summary>
    Verified,

    /// <summary>Pieņemta.</summary>
    Accepted,

    /// <summary>Atvērta no jauna.</summary>
    Reopened,
}

/// <summary>What became of the version that was the workaround.</summary>
public enum WorkaroundLoss
{
    /// <summary>Its article was withdrawn.</summary>
    Withdrawn,

    /// <summary>Its article was retired.</summary>
    Retired,

    /// <summary>It was in use provisionally and lapsed.</summary>
    Lapsed,

    /// <summary>Its texts were erased.</summary>
    Erased,
}
