using EventKb.Ledger.Archive;
using EventKb.Ledger.Integrity;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>Takes an export inside the connection's open transaction.</summary>
internal sealed class SqliteRestore(SqliteConnection connection) : RestoreTarget
{
    private AppendSession _session = null!;

    /// <inheritdoc/>
    public override void Begin(string origin, byte[] pseudonymKey)
    {
        LedgerFile.PutHead(connection, origin);
        PseudonymKeyRow.Put(connection, pseudonymKey);
        _session = new AppendSession(connection, origin);
        _session.Begin(new HeadState(0, 0, []));
    }

    /// <inheritdoc/>
    public override void Add(string stream, long version, long previousPosition, PendingEvent stored) =>
        _session.Restore(stream, version, previousPosition, stored);

    /// <inheritdoc/>
    public override void Add(CommandRun command) => _session.Restore(command);

    /// <inheritdoc/>
    public override void End() => _session.End();

    /// <inheritdoc/>
    public override LedgerSnapshot Snapshot() => new SqliteSnapshot(connection, owned: false);

    /// <inheritdoc/>
    public override void Dispose() => _session?.Dispose();
}
