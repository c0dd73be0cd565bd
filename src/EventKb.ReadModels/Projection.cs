namespace EventKb.ReadModels;

/// <summary>Turns what events make of their streams into rows; it folds nothing itself.</summary>
public abstract class Projection
{
    /// <summary>Raised with every change of what its rows say, so that the rows of former versions are made anew.</summary>
    public abstract int Version { get; }

    /// <summary>Tables that this projection owns, for the row hash that compares a rebuild with the live rows.</summary>
    public abstract IReadOnlyList<string> Tables { get; }

    /// <summary>Takes one event into the rows, inside the runner's transaction.</summary>
    public abstract void Apply(StreamStep step, ReadModelWriter rows);
}
