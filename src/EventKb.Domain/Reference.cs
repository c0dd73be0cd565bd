namespace EventKb.Domain;

/// <summary>Something that a command names in another stream.</summary>
/// <param name="Field">Field of the command that names it.</param>
/// <param name="Stream">Stream that must have it.</param>
/// <param name="On">Day on which it must be in force; null = the day of the command.</param>
public abstract record Reference(string Field, StreamId Stream, DateOnly? On = null)
{
    /// <summary>What is named, in words, without the field.</summary>
    public abstract Wording Named { get; }

    /// <summary>True where the state of that stream has it on a day.</summary>
    public abstract bool IsIn(object state, DateOnly day);

    /// <summary>The refusal where it is not there; the state is that of the stream.</summary>
    public virtual Rejection Missing(object state) =>
        new("UNKNOWN_REFERENCE", $"'{Field}' names {Named}, which does not exist or is no longer in force.",
            "Look up what exists and name that.", Field);
}
