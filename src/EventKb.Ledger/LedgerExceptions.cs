#pragma warning disable CA1032 // Each of these always says what happened.
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>The stored ledger is not what it says it is; nothing may be served from it.</summary>
public sealed class LedgerDamagedException(string check, string fact, Exception? inner = null)
    : Exception($"The ledger failed the check '{check}': {fact} Restore it from an export or a backup.", inner)
{
    /// <summary>Name of the check that failed.</summary>
    public string Check { get; } = check;

    /// <summary>True where the database cannot make sense of the file at all.</summary>
    public bool IsUnreadable => Check == "database";

    /// <summary>What is wrong.</summary>
    public string Fact { get; } = fact;
}

/// <summary>Events that were recorded are gone, or another ledger is in their place; nothing may be written until somebody decides.</summary>
public sealed class LedgerLostException(string fact, LostEvents lost) : Exception(fact + " Put the right file and its -wal back, or "
    + "restore an export into a new folder. To go on without these events: eventkb serve --data DIR --accept-loss REASON.")
{
    /// <summary>What is gone.</summary>
    public LostEvents Lost { get; } = lost;
}

/// <summary>Another process has the data folder open.</summary>
public sealed class DataFolderInUseException(string folder, Exception? inner = null)
    : Exception($"The data folder '{folder}' is in use by another process. Stop that process or use another folder.", inner);

/// <summary>An archive cannot be restored; nothing was stored.</summary>
public sealed class RestoreRefusedException(string fact, Exception? inner = null)
    : Exception($"The export cannot be restored: {fact}", inner);

/// <summary>
/// The ledger does not take this: another write was first, or the node is not fit to write. Nothing of it was stored.
/// </summary>
public sealed class AppendRefusedException(string fact, Exception? inner = null) : Exception(fact, inner)
{
    /// <summary>A refusal for good: what the sender is told.</summary>
    public AppendRefusedException(Rejection rejection) : this(rejection.Fact) => Rejection = rejection;

    /// <summary>What the sender is told; null where another try may succeed.</summary>
    public Rejection? Rejection { get; }
}

/// <summary>The ledger holds an event that this version of the program does not know.</summary>
public sealed class UnknownEventTypeException(string name)
    : Exception($"The ledger holds an event of type '{name}', which this version does not know. Use a newer version.")
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;
}
