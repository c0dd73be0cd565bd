using EventKb.Domain;
using EventKb.Domain.KnownErrors;

namespace EventKb.ReadModels.KnownErrors;

/// <summary>A known error as it stands at a pin.</summary>
/// <param name="FirstPosition">Position of its first event: its place in every list, and the cursor.</param>
/// <param name="Id">Its stream.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Problem">Stream of the problem.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Title">Title; null when erased.</param>
/// <param name="Symptoms">Symptoms; null when none were given, or erased.</param>
/// <param name="Cause">The cause; null when it was not stated, or erased.</param>
/// <param name="Workaround">The workaround; null = it has none that can be used.</param>
/// <param name="Lost">The one that it had last, where it has none now.</param>
/// <param name="FixChange">Stream of the change request that is to fix it.</param>
/// <param name="Fix">Who fixed it.</param>
/// <param name="ReopeningFor">Stream of the incident for which it was proposed to open it again.</param>
/// <param name="Changed">When it came to stand so.</param>
public sealed record KnownErrorRow(long FirstPosition, string Id, long Version, string Problem, KnownErrorStatus Status, string? Title,
    string? Symptoms, string? Cause, ExactVersion? Workaround, LostWorkaround? Lost, string? FixChange, KnownErrorFix? Fix, string? ReopeningFor,
    DateTimeOffset Changed);

/// <summary>Which known errors; what is null does not narrow, everything given must hold.</summary>
public sealed record KnownErrorFilter
{
    /// <summary>Code of the institution.</summary>
    public string? Institution { get; init; }

    /// <summary>The problem.</summary>
    [Identifier]
    public string? Problem { get; init; }

    /// <summary>The problem, a change request that is to fix it, or an incident that belongs to the problem.</summary>
    [Identifier]
    public string? Record { get; init; }

    /// <summary>Statuses, any of them.</summary>
    public IReadOnlyList<KnownErrorStatus>? Status { get; init; }

    /// <summary>True: open or reopened; false: neither.</summary>
    public bool? Open { get; init; }

    /// <summary>True: with a workaround that can be used; false: without one.</summary>
    public bool? HasWorkaround { get; init; }

    /// <summary>The article of which a version is, or was last, the workaround.</summary>
    [Identifier]
    public string? Workaround { get; init; }

    /// <summary>The change request that is to fix it.</summary>
    [Identifier]
    public string? FixChange { get; init; }

    /// <summary>True: it was proposed to open it again and nobody has decided.</summary>
    public bool? ReopeningProposed { get; init; }
}
