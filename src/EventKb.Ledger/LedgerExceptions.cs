#pragma warning disable CA1032 // Each of these always says what happened.
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>The stored ledger is not what it says it is; nothing may be served from it.</summary>
public sealed class LedgerDamagedException(string check, Wording fact, Exception? inner = null)
    : WordedException($"The ledger failed the check '{check}': {fact} Restore it from an export or a backup.", inner)
{
    /// <summary>Name of the check that failed.</summary>
    public string Check { get; } = check;

    /// <summary>True where the database cannot make sense of the file at all.</summary>
    public bool IsUnreadable => Check == "database";

    /// <summary>What is wrong.</summary>
    public Wording Fact { get; } = fact;
}

/// <summary>A command was not taken before its deadline. Whether it was recorded is unknown, so it is to be sent again with its id.</summary>
public sealed class LedgerUnavailableException(Wording wording, Exception? inner = null) : WordedException(wording, inner);

/// <summary>Events that were recorded are gone, or another ledger is in their place; nothing may be written until somebody decides.</summary>
public sealed class LedgerLostException(Wording fact, LostEvents lost) : WordedException(
    $"{fact} Put the right file and its -wal back, or restore an export into a new folder. "
    + $"To go on without these events: eventkb serve --data DIR --accept-loss REASON.")
{
    /// <summary>What is gone.</summary>
    public LostEvents Lost { get; } = lost;
}

/// <summary>Another process has the data folder open.</summary>
public sealed class DataFolderInUseException(string folder, Exception? inner = null)
    : WordedException($"The data folder '{folder}' is in use by another process. Stop that process or use another folder.", inner);

/// <summary>A folder cannot be this ledger's: it is another user's, or has other things in it.</summary>
public sealed class DataFolderRefusedException(Wording fact, Exception? inner = null) : WordedException(fact, inner);

/// <summary>An archive cannot be restored; nothing was stored.</summary>
public sealed class RestoreRefusedException(Wording fact, Exception? inner = null)
    : WordedException($"The export cannot be restored: {fact}", inner);

/// <summary>The ledger did not store this: another write came first, or the node cannot write.</summary>
public sealed class AppendRefusedException(Wording fact, Exception? inner = null) : Exception(fact.ToString(), inner)
{
    /// <summary>A final refusal, which the sender is told.</summary>
    public AppendRefusedException(Rejection rejection) : this(rejection.Fact) => Rejection = rejection;

    /// <summary>Why it was not stored.</summary>
    public Wording Fact { get; } = fact;

    /// <summary>What the sender is told; null where another try may succeed.</summary>
    public Rejection? Rejection { get; }
}

/// <summary>The ledger holds an event that this version of the program does not know.</summary>
public sealed class UnknownEventTypeException(string name)
    : WordedException($"The ledger holds an event of type '{name}', which this version does not know. Use a newer version.")
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;
}
