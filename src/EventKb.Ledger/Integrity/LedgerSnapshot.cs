using EventKb.Ledger.Merkle;

namespace EventKb.Ledger.Integrity;

/// <summary>
/// Everything that a ledger stores, in one moment's view, whatever the database: what exports and verification work on. A row that
/// cannot be read as what it must be throws <see cref="LedgerDamagedException"/>.
/// </summary>
internal abstract class LedgerSnapshot : IDisposable
{
    /// <summary>What the ledger says of itself.</summary>
    public abstract StoredHead Head { get; }

    /// <summary>Number of rows that hold content, whether or not an event has them.</summary>
    public abstract long Contents { get; }

    /// <summary>The key of pseudonyms; without one, or with one of another length, the ledger is damaged.</summary>
    public abstract byte[] PseudonymKey { get; }

    /// <summary>What only the database can tell: its pages, its indexes against its rows, its schema.</summary>
    public abstract void CheckDatabase();

    /// <summary>Events in order of position, contents with salt and bytes.</summary>
    public abstract IEnumerable<StoredEvent> Events();

    /// <summary>Commands in order of their first position.</summary>
    public abstract IEnumerable<CommandRun> Commands();

    /// <summary>Stored subtrees, in any order.</summary>
    public abstract IEnumerable<StoredSubtree> Subtrees();

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>The head as stored: size, time of the last event (0 in an empty ledger) and the tree's frontier.</summary>
internal sealed record StoredHead(string Origin, long Size, long RecordedAt, byte[] Frontier)
{
    /// <summary>Root of the tree, computed anew each time.</summary>
    public byte[] Root() => new Frontier(Size, Frontier).Root();

    /// <summary>The head in the ledger's own terms.</summary>
    public LedgerHead ToHead() => new(Origin, Size, Convert.ToHexStringLower(Root()),
        Size == 0 ? null : UnixMicroseconds.ToTime(RecordedAt));
}

/// <summary>Root of the complete subtree of 2^height leaves with that ordinal.</summary>
internal sealed record StoredSubtree(int Height, long Ordinal, byte[] Hash);

/// <summary>What an accepted command stored.</summary>
internal sealed record CommandRun(string Stream, string CommandId, long FirstVersion, long LastVersion, long FirstPosition,
    long LastPosition);
