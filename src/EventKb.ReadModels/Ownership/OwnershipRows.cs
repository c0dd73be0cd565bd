using EventKb.Domain;
using EventKb.Domain.Ownership;

namespace EventKb.ReadModels.Ownership;

/// <summary>One duty for one subject, as it stands at a pin.</summary>
/// <param name="Id">Stream of the assignment.</param>
/// <param name="Institution">Institution whose assignment it is.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Level">Level of the guideline's grid.</param>
/// <param name="Scope">Scope of the guideline's grid.</param>
/// <param name="Subject">The institution's code for a portfolio, otherwise the catalogue entry's id.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Terms">Every term known at the pin, in order of its days.</param>
/// <param name="Deputies">Every deputyship known at the pin, in order of its days.</param>
public sealed record OwnershipRow(
    string Id,
    string Institution,
    Duty Duty,
    Level Level,
    Scope Scope,
    string Subject,
    long Version,
    IReadOnlyList<TermRow> Terms,
    IReadOnlyList<DeputyRow> Deputies)
{
    /// <summary>Terms that hold at the pin's moment: none, one, or for service providers several.</summary>
    public IEnumerable<TermRow> Holders => Terms.Where(term => term.Current);

    /// <summary>Deputies at the pin's moment.</summary>
    public IEnumerable<DeputyRow> CurrentDeputies => Deputies.Where(deputy => deputy.Current);
}

/// <summary>A person's days in a duty.</summary>
/// <param name="Term">Number of the term in its stream.</param>
/// <param name="Holder">Who held it.</param>
/// <param name="HolderInstitution">Institution of the holder.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after the period; null = open.</param>
/// <param name="Basis">Order that it rests on.</param>
/// <param name="Current">True when it holds at the pin's moment.</param>
/// <param name="Position">Position that recorded the term as it stands here.</param>
/// <param name="EndReason">Reason code with which it was ended; null where it ran out, passed on or goes on.</param>
public sealed record TermRow(int Term, string Holder, string HolderInstitution, DateOnly From, DateOnly? Until, Basis Basis,
    bool Current, long Position, string? EndReason);

/// <summary>A deputy's days.</summary>
/// <param name="Deputyship">Number of the deputyship in its stream.</param>
/// <param name="Person">Who deputises.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after the period; null = open.</param>
/// <param name="Powers">What the deputy may do.</param>
/// <param name="Acting">True when the deputy performs the duty in full.</param>
/// <param name="Basis">Order that it rests on.</param>
/// <param name="Current">True when it holds at the pin's moment.</param>
/// <param name="Position">Position that recorded the deputyship as it stands here.</param>
public sealed record DeputyRow(int Deputyship, string Person, DateOnly From, DateOnly? Until, IReadOnlyList<string> Powers,
    bool Acting, Basis Basis, bool Current, long Position);

/// <summary>Which assignments are asked for; what is null asks nothing.</summary>
public sealed record OwnershipFilter
{
    /// <summary>Institution whose assignments they are.</summary>
    public string? Institution { get; init; }

    /// <summary>The duty.</summary>
    public Duty? Duty { get; init; }

    /// <summary>Level of the guideline's grid.</summary>
    public Level? Level { get; init; }

    /// <summary>Scope of the guideline's grid.</summary>
    public Scope? Scope { get; init; }

    /// <summary>Subject: an institution's code or a catalogue entry's id.</summary>
    [Identifier]
    public string? Subject { get; init; }

    /// <summary>Service that the subject is.</summary>
    [Identifier]
    public string? Service { get; init; }

    /// <summary>Resource that the subject is.</summary>
    [Identifier]
    public string? Resource { get; init; }

    /// <summary>Holder or deputy at the pin's moment.</summary>
    [Identifier]
    public string? Person { get; init; }

    /// <summary>Institution of a holder at the pin's moment.</summary>
    public string? HolderInstitution { get; init; }

    /// <summary>True: only with a holder at the pin's moment; false: only without one.</summary>
    public bool? Held { get; init; }
}
