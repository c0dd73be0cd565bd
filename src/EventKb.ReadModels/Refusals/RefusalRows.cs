using EventKb.Domain;

namespace EventKb.ReadModels.Refusals;

/// <summary>Something that was refused.</summary>
/// <param name="Person">Who asked for it; null = nobody who signed in.</param>
/// <param name="Action">What they asked for: a mutation, <c>import</c> or <c>request</c>.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Stream">Stream that it was about; null = that is not known.</param>
/// <param name="Institution">Institution that it was about; null = that is not known.</param>
public sealed record Refused(PersonId? Person, string Action, string Code, StreamId? Stream = null, InstitutionCode? Institution = null);

/// <summary>The same refusal within a minute, however often.</summary>
/// <param name="Id">Number of the row.</param>
/// <param name="Person">Who asked; null = nobody who signed in.</param>
/// <param name="Action">What for.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Stream">Stream that it was about; null = that is not known.</param>
/// <param name="Institution">Institution that it was about; null = that is not known.</param>
/// <param name="Times">How often.</param>
/// <param name="FirstAt">The first time.</param>
/// <param name="LastAt">The last time.</param>
public sealed record RefusalRow(long Id, string? Person, string Action, string Code, string? Stream, string? Institution, int Times,
    DateTimeOffset FirstAt, DateTimeOffset LastAt);

/// <summary>Which refusals are wanted; what is left out asks nothing.</summary>
public sealed record RefusalFilter
{
    /// <summary>Pseudonym of who asked.</summary>
    public string? Person { get; init; }

    /// <summary>Code of the refusal.</summary>
    public string? Code { get; init; }

    /// <summary>What was asked for.</summary>
    public string? Action { get; init; }

    /// <summary>Code of the institution that it was about.</summary>
    public string? Institution { get; init; }

    /// <summary>From this time on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? Until { get; init; }
}
