using EventKb.Ledger.Archive;

namespace EventKb.Ledger;

/// <summary>Where a ledger is kept, on one kind of database, whether or not there is one yet.</summary>
internal abstract class LedgerPlace
{
    /// <summary>True where there is a ledger, whatever state it is in.</summary>
    public abstract bool Exists { get; }

    /// <summary>
    /// Opens the ledger, or makes it with the given origin. Head, tail and schema are checked, which takes no longer for a long ledger;
    /// <see cref="LedgerDamagedException"/> where they are wrong.
    /// </summary>
    public abstract LedgerStore Open(string origin, TimeProvider time, Secrets secrets);

    /// <summary>Verifies the ledger and holds it against its traces, changing nothing; gives its head.</summary>
    public abstract Task<LedgerHead> Verify(IReadOnlyList<LedgerTrace> traces, IProgress<long>? progress, CancellationToken cancellation);

    /// <summary>Makes a ledger of what is put in, or nothing where that throws; there may be none with events.</summary>
    public abstract void Restore(Action<RestoreTarget> fill);
}
