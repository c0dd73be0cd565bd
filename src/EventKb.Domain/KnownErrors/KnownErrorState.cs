namespace EventKb.Domain.KnownErrors;

/// <summary>A known error as last recorded.</summary>
public sealed record KnownErrorState
{
    /// <summary>It was never opened.</summary>
    public static KnownErrorState Empty { get; } = new();

    /// <summary>Stream of the problem that it was opened from; null before it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Title and symptoms.</summary>
    public Texts? Texts { get; init; }

    /// <summary>Where it stands.</summary>
    public KnownErrorStatus Status { get; init; }

    /// <summary>The cause.</summary>
    public Texts? Cause { get; init; }

    /// <summary>The workaround; null = there is none.</summary>
    public ExactVersion? Workaround { get; init; }

    /// <summary>The workaround that it had last, and how it lost it; null while it has one, or never had any.</summary>
    public LostWorkaround? Lost { get; init; }

    /// <summary>Position of the event after which an incident that is linked proposes to open it again; null while it is open.</summary>
    public long? ConsideredAt { get; init; }

    /// <summary>Stream of the change request that is to fix it.</summary>
    public string? FixChange { get; init; }

    /// <summary>The last fix; null while it was never fixed, or since it was opened again.</summary>
    public KnownErrorFix? Fix { get; init; }

    /// <summary>Stream of the incident for which it was proposed to open it again and nobody has decided.</summary>
    public string? ReopeningFor { get; init; }

    /// <summary>True while somebody has to work on it.</summary>
    public bool IsOpen => Status is KnownErrorStatus.Open or KnownErrorStatus.Reopened;
}

/// <summary>A workaround that is none any more.</summary>
/// <param name="Workaround">The version that was it.</param>
/// <param name="Loss">What became of the version; null = a person withdrew it as the workaround.</param>
public sealed record LostWorkaround(ExactVersion Workaround, WorkaroundLoss? Loss);

/// <summary>Who fixed it, for whom, and when.</summary>
/// <param name="At">When it was fixed.</param>
/// <param name="Person">Who said so.</param>
/// <param name="OnBehalfOf">For whom they acted.</param>
public sealed record KnownErrorFix(DateTimeOffset At, PersonId Person, PersonId? OnBehalfOf)
{
    internal bool IsBy(PersonId? person) => person is { } one && (Person == one || OnBehalfOf == one);
}
