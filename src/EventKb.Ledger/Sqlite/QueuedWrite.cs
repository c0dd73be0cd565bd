using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>Something to be written, and its completion, which follows the commit.</summary>
internal sealed class QueuedWrite(Action<SqliteConnection> apply, TimeSpan? mostWait = null)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private readonly long _queued = RealTime.Mark;

    /// <summary>True where its sender has stopped waiting.</summary>
    public bool IsLate => RealTime.Since(_queued) > mostWait;

    public void Apply(SqliteConnection connection) => apply(connection);
}
