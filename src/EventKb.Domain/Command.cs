namespace EventKb.Domain;

/// <summary>Something that a person, an importer or a reaction asks of one stream.</summary>
public abstract record Command
{
    /// <summary>True when the decision depends on the knowledge process in force (<see cref="ProcessRules"/>).</summary>
    public virtual bool NeedsRules => false;

    /// <summary>True when the command must name a reason code (from the institution's list, where it has one).</summary>
    public virtual bool NeedsReason => false;
}
