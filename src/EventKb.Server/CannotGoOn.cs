using EventKb.Domain;

namespace EventKb.Server;

/// <summary>A command of the command line ends here: what is wrong, what to do, and the exit code that says it.</summary>
internal sealed class CannotGoOn(ExitCode code, Wording fact, Exception? inner = null) : WordedException(fact, inner)
{
    /// <summary>What the process answers.</summary>
    public ExitCode Code => code;

    /// <summary>Something that the caller gave cannot be used.</summary>
    public static CannotGoOn BadInput(Wording fact) => new(ExitCode.BadInput, fact);
}

/// <summary>What the process answers to whoever started it; the root command's help lists them.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Something unexpected failed.</summary>
    Unexpected = 1,

    /// <summary>The input cannot be used, or rows of it were rejected.</summary>
    BadInput = 2,

    /// <summary>Another process has the data folder open.</summary>
    FolderInUse = 3,

    /// <summary>A check of the ledger failed, or events that were recorded are gone.</summary>
    LedgerDamaged = 4,
}
