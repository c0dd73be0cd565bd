namespace EventKb.Domain;

/// <summary>Something that a person, an importer or a reaction asks of one stream.</summary>
public abstract record Command
{
    /// <summary>A command with its needs; most have none.</summary>
    protected Command(Needs needs = Needs.Nothing) => Needs = needs;

    /// <summary>What must be known, besides the stream's state, before it can be decided.</summary>
    public Needs Needs { get; }

    /// <summary>The one stream of an institution that the command can begin, where what it says names it; null = any of its kind.</summary>
    public virtual StreamId? Home(InstitutionCode institution) => null;

    /// <summary>What must be there, in other streams than the command's own, for what it says to mean anything.</summary>
    public virtual IEnumerable<Reference?> References(StreamId stream) => [];
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

/// <summary>Marks what becomes content: it can be erased, so nothing that outlives it may be made from it alone.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute : Attribute;

/// <summary>Marks what follows from the rest of a command by rules that may change: it does not make another command.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;

/// <summary>Marks what names a stream or a person and is no text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IdentifierAttribute : Attribute;
