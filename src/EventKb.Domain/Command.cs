namespace EventKb.Domain;

/// <summary>Something that a person, an importer or a reaction asks of one stream.</summary>
public abstract record Command
{
    /// <summary>A command with its needs; most have none.</summary>
    protected Command(Needs needs = Needs.Nothing) => Needs = needs;

    /// <summary>What must be known, besides the stream's state, before it can be decided.</summary>
    public Needs Needs { get; }
}

/// <summary>What a command needs besides its stream's state.</summary>
[Flags]
public enum Needs
{
    /// <summary>The state is enough.</summary>
    Nothing = 0,

    /// <summary>The decision depends on the knowledge process in force (<see cref="ProcessRules"/>).</summary>
    Rules = 1,

    /// <summary>A reason code must be named (from the institution's list, where it has one).</summary>
    Reason = 2,
}
