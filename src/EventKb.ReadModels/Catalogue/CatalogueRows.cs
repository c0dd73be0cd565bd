using EventKb.Domain;
using EventKb.Domain.Catalogue;

namespace EventKb.ReadModels.Catalogue;

/// <summary>A catalogue entry as it stands at a pin.</summary>
/// <param name="Id">Stream of the entry.</param>
/// <param name="Institution">Institution whose entry it is.</param>
/// <param name="Kind">Register it comes from.</param>
/// <param name="Code">Code in the register.</param>
/// <param name="Name">Name at the pin's moment; null when erased.</param>
/// <param name="Summary">What it is.</param>
/// <param name="From">First day in the register, of all that is known at the pin.</param>
/// <param name="Until">First day on which it is no longer in the register; null = open.</param>
/// <param name="InRegister">True when it is in the register at the pin's moment.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="DependsOn">Entries it needs at the pin's moment.</param>
/// <param name="NeededBy">Entries that need it at the pin's moment.</param>
public sealed record CatalogueEntryRow(string Id, string Institution, EntryKind Kind, string Code, string? Name, string? Summary,
    DateOnly? From, DateOnly? Until, bool InRegister, long Version, IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> NeededBy);

/// <summary>Which entries are asked for; what is null asks nothing.</summary>
public sealed record CatalogueFilter
{
    /// <summary>Institution whose entries they are.</summary>
    public string? Institution { get; init; }

    /// <summary>Register they come from.</summary>
    public EntryKind? Kind { get; init; }

    /// <summary>Code in the register.</summary>
    public string? Code { get; init; }

    /// <summary>Entries that need this one at the pin's moment.</summary>
    [Identifier]
    public string? DependsOn { get; init; }

    /// <summary>True: also those not in the register at the pin's moment.</summary>
    public bool? IncludeDiscontinued { get; init; }
}

/// <summary>An institution as it stands at a pin.</summary>
/// <param name="Id">Stream of the institution.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; null when erased.</param>
/// <param name="RegistrationNumber">Number in the register of institutions.</param>
/// <param name="Status">What it is at the pin's moment; null before its first day.</param>
/// <param name="Since">First day of that status.</param>
/// <param name="Successors">Institutions that took over.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="LaysDownStateRules">True for the one that lays down the rules for all.</param>
public sealed record InstitutionRow(string Id, string Code, string? Name, string? RegistrationNumber, InstitutionStatus? Status,
    DateOnly? Since, IReadOnlyList<string> Successors, long Version, bool LaysDownStateRules);
