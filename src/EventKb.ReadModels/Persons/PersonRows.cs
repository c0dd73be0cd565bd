using EventKb.Domain;
using EventKb.Domain.Persons;

namespace EventKb.ReadModels.Persons;

/// <summary>An entry of the person directory as it stands at a pin; what it is called is asked for apart (<see cref="PersonNames"/>).</summary>
/// <param name="FirstPosition">Position of its first event: its place in every list, and the cursor.</param>
/// <param name="Id">Its stream, the pseudonym.</param>
/// <param name="Institution">Code of the institution.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The source that names them; null = somebody entered them.</param>
/// <param name="Present">True where they are in the institution at the pin's moment.</param>
/// <param name="LeftOn">First day out of the institution, of all that is known at the pin; null = none.</param>
/// <param name="Disabled">True while they may not sign in.</param>
/// <param name="Erased">True once erased.</param>
/// <param name="Version">Version of the stream at the pin.</param>
public sealed record PersonRow(long FirstPosition, string Id, string Institution, PersonKind Kind, string? Source, bool Present, DateOnly? LeftOn,
    bool Disabled, bool Erased, long Version);

/// <summary>Which entries of the directory; what is null does not narrow, everything given must hold.</summary>
public sealed record PersonFilter
{
    /// <summary>Code of the institution.</summary>
    public string? Institution { get; init; }

    /// <summary>Words of the name at the pin's moment, without case and diacritics.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address at the pin's moment, without case.</summary>
    public string? Email { get; init; }

    /// <summary>What they are.</summary>
    public PersonKind? Kind { get; init; }

    /// <summary>The source that names them.</summary>
    public string? Source { get; init; }

    /// <summary>The group to which they belong at the pin's moment.</summary>
    [Identifier]
    public string? Group { get; init; }

    /// <summary>A right that they have at the pin's moment.</summary>
    public PersonRight? Right { get; init; }

    /// <summary>First day of a time in which they had a right; null = from the beginning, where the other is given.</summary>
    public DateOnly? RightsFrom { get; init; }

    /// <summary>Day after the last of that time; null = to the end, where the other is given.</summary>
    public DateOnly? RightsUntil { get; init; }

    /// <summary>True: in the institution at the pin's moment; false: not.</summary>
    public bool? Present { get; init; }

    /// <summary>True: may not sign in; false: may.</summary>
    public bool? Disabled { get; init; }
}

/// <summary>A right with the days on which it holds: from the first to before the last, null = without end.</summary>
public sealed record RightRow(RightOver Right, DateOnly From, DateOnly? Until);

/// <summary>What somebody did last.</summary>
/// <param name="Position">Position of the entry.</param>
/// <param name="At">When it was recorded.</param>
public sealed record LastAct(long Position, DateTimeOffset At);
