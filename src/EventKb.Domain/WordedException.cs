namespace EventKb.Domain;

#pragma warning disable CA1032 // Each of these says what happened.
/// <summary>A failure that people are told of, in their own language.</summary>
public abstract class WordedException(Wording wording, Exception? inner = null) : Exception(wording.ToString(), inner)
{
    /// <summary>The message.</summary>
    public Wording Wording { get; } = wording;
}
