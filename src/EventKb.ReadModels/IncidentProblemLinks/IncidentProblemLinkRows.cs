using EventKb.Domain;
using EventKb.Domain.IncidentProblemLinks;

namespace EventKb.ReadModels.IncidentProblemLinks;

/// <summary>A link of an incident and a problem as it stands at a pin.</summary>
/// <param name="FirstPosition">Position of its first event: its place in every list, and the cursor.</param>
/// <param name="Id">Stream of the link.</param>
/// <param name="Incident">Stream of the incident.</param>
/// <param name="Problem">Stream of the problem.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Rule">The rule that proposed it.</param>
/// <param name="Confidence">How sure the rule was, 0 to 1.</param>
/// <param name="Explanation">Why it was proposed; null when erased.</param>
/// <param name="Last">The step that put it where it stands.</param>
public sealed record IncidentProblemLinkRow(long FirstPosition, string Id, string Incident, string Problem, long Version, string? Rule,
    double? Confidence, string? Explanation, LinkStepRow Last);

/// <summary>A step that somebody took with a link.</summary>
/// <param name="State">Where the link stood after it.</param>
/// <param name="Position">Position of its event.</param>
/// <param name="Person">Who took it.</param>
/// <param name="OnBehalfOf">For whom.</param>
/// <param name="Duty">In which duty.</param>
/// <param name="Institution">Institution for which they acted.</param>
/// <param name="Via">The way it came in.</param>
/// <param name="ReasonCode">Reason from the institution's list.</param>
/// <param name="Reason">Reason in words; null when none was given, or erased.</param>
/// <param name="OccurredAt">When.</param>
public sealed record LinkStepRow(LinkState State, long Position, string Person, string? OnBehalfOf, Duty? Duty, string Institution, Via Via,
    string? ReasonCode, string? Reason, DateTimeOffset OccurredAt);

/// <summary>Which links; what is null does not narrow, everything given must hold.</summary>
public sealed record IncidentProblemLinkFilter
{
    /// <summary>Code of the institution of the incident or of the problem.</summary>
    public string? Institution { get; init; }

    /// <summary>The incident.</summary>
    [Identifier]
    public string? Incident { get; init; }

    /// <summary>The problem.</summary>
    [Identifier]
    public string? Problem { get; init; }

    /// <summary>States, any of them.</summary>
    public IReadOnlyList<LinkState>? State { get; init; }

    /// <summary>True: it holds, by whoever's word; false: it does not.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>The rule that proposed it.</summary>
    public string? Rule { get; init; }

    /// <summary>True: incident and problem are of different institutions; false: of one.</summary>
    public bool? AcrossInstitutions { get; init; }

}
