using EventKb.Ledger;

namespace EventKb.ReadModels;

/// <summary>Turns events into rows; one explicit switch, nothing but the event and its own rows to look at.</summary>
public abstract class Projection
{
    /// <summary>Tables that this projection owns, for the row hash that compares a rebuild with the live rows.</summary>
    public abstract IReadOnlyList<string> Tables { get; }

    /// <summary>Takes one event into the rows, inside the runner's transaction.</summary>
    public abstract void Apply(LedgerEvent happened, ReadModelWriter rows);
}
