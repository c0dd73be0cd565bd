using EventKb.Domain;
using EventKb.Domain.Governance;

namespace EventKb.ReadModels.Governance;

/// <summary>A knowledge process as it is known at a pin.</summary>
/// <param name="Id">Stream of the process.</param>
/// <param name="Institution">Institution whose process it is.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Rules">Every set of rules with the days on which it is in force, in order.</param>
public sealed record ProcessRow(string Id, string Institution, long Version, IReadOnlyList<ProcessRulesRow> Rules)
{
    /// <summary>The rules in force at the pin's moment; null where none are.</summary>
    public ProcessRulesRow? InForce => Rules.FirstOrDefault(rules => rules.Current);
}

/// <summary>Rules and the days on which they are in force.</summary>
/// <param name="Version">Version of the stream that laid them down.</param>
/// <param name="Title">Title of the process; null when erased.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Rules">The rules, with their source.</param>
/// <param name="Document">Document that they stand in.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after the period; null = open.</param>
/// <param name="Current">True when they are in force at the pin's moment.</param>
public sealed record ProcessRulesRow(long Version, string? Title, Scope Scope, ProcessRules Rules, Document Document,
    DateOnly From, DateOnly? Until, bool Current);

/// <summary>A control as it stands at a pin.</summary>
/// <param name="Id">Stream of the control.</param>
/// <param name="Institution">Institution whose control it is.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Position">Position that recorded it.</param>
/// <param name="Title">Title; null when erased.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Duty">Duty whose performance was controlled.</param>
/// <param name="Subject">Service or resource; null = the whole portfolio.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">First day after the period.</param>
/// <param name="Sample">Versions that were looked at.</param>
/// <param name="Person">Who performed it.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Findings">What was found.</param>
public sealed record ControlRow(string Id, string Institution, long Version, long Position, string? Title, string? Summary,
    Duty Duty, string? Subject, DateOnly From, DateOnly Until, IReadOnlyList<ExactVersion> Sample, string Person,
    DateTimeOffset OccurredAt, IReadOnlyList<FindingRow> Findings);

/// <summary>Something a control found.</summary>
/// <param name="Finding">Its number.</param>
/// <param name="Closed">True when it was closed by the pin's moment.</param>
/// <param name="Responsible">Who is to put it right.</param>
/// <param name="DueOn">By when.</param>
/// <param name="About">Version it is about.</param>
/// <param name="Comment">What was found; null when erased.</param>
/// <param name="ClosingComment">What was said when it was closed.</param>
public sealed record FindingRow(int Finding, bool Closed, string Responsible, DateOnly DueOn, ExactVersion? About,
    string? Comment, string? ClosingComment);

/// <summary>Which controls are asked for; what is null asks nothing.</summary>
public sealed record ControlFilter
{
    /// <summary>Institution whose controls they are.</summary>
    public string? Institution { get; init; }

    /// <summary>Duty whose performance was controlled.</summary>
    public Duty? Duty { get; init; }

    /// <summary>Service or resource.</summary>
    [Identifier]
    public string? Subject { get; init; }

    /// <summary>Who performed it.</summary>
    [Identifier]
    public string? Person { get; init; }

    /// <summary>Who is to put a finding right.</summary>
    [Identifier]
    public string? Responsible { get; init; }

    /// <summary>True: with an open finding; false: without.</summary>
    public bool? HasOpenFindings { get; init; }
}

/// <summary>Which processes are asked for; what is null asks nothing.</summary>
public sealed record ProcessFilter
{
    /// <summary>Institution whose process it is.</summary>
    public string? Institution { get; init; }
}
