using EventKb.Ledger.Integrity;

namespace EventKb.Ledger.Archive;

/// <summary>An empty ledger that takes an export, inside one transaction; every leaf is recomputed from what is put in.</summary>
internal abstract class RestoreTarget : IDisposable
{
    /// <summary>Names the ledger and gives it its key of pseudonyms; comes first.</summary>
    public abstract void Begin(string origin, byte[] pseudonymKey);

    /// <summary>Puts the next event in as it was, at the position and time that it has.</summary>
    public abstract void Add(string stream, long version, long previousPosition, PendingEvent stored);

    /// <summary>Puts a command in as it was.</summary>
    public abstract void Add(CommandRun command);

    /// <summary>Stores the head; nothing comes after.</summary>
    public abstract void End();

    /// <summary>What has come of it.</summary>
    public abstract LedgerSnapshot Snapshot();

    /// <inheritdoc/>
    public abstract void Dispose();
}
