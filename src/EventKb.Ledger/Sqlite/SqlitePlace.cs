using EventKb.Ledger.Archive;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>A ledger's file in a data folder.</summary>
internal sealed class SqlitePlace(string path) : LedgerPlace
{
    private const int SqliteConstraint = 19;
    private readonly LedgerFile _file = new(path);

    /// <inheritdoc/>
    public override bool Exists => File.Exists(path);

    /// <inheritdoc/>
    public override LedgerStore Open(string origin, TimeProvider time, Secrets secrets) => SqliteLedgerStore.Open(path, origin, time, secrets);

    /// <inheritdoc/>
    public override async Task<LedgerHead> Verify(IReadOnlyList<LedgerTrace> traces, IProgress<long>? progress, CancellationToken cancellation)
    {
        using var copy = new LedgerCopy(path);
        return await copy.Verify(traces, progress, cancellation);
    }

    /// <inheritdoc/>
    public override void Restore(Action<RestoreTarget> fill)
    {
        CheckEmpty();
        _file.Create(made =>
        {
            using var connection = made.OpenWriter();
            using var transaction = connection.BeginTransaction();
            using (var target = new SqliteRestore(connection))
                try
                {
                    fill(target);
                }
                catch (SqliteException contradiction) when (contradiction.SqliteErrorCode == SqliteConstraint)
                {
                    throw new RestoreRefusedException($"It contradicts itself ({contradiction.Message}).", contradiction);
                }

            transaction.Commit();
        });
    }

    private void CheckEmpty()
    {
        if (!Exists || new FileInfo(path).Length == 0)
            return;
        try
        {
            using var connection = _file.OpenReader();
            using var head = new Statement(connection, "SELECT coalesce(max(size), 0) FROM ledger_head");
            if (head.Step() && head.Number(0) > 0)
                throw new RestoreRefusedException("The ledger to restore into is not empty. Restore into a new data folder.");
        }
        catch (SqliteException noLedger)
        {
            throw new RestoreRefusedException("What is in its place is not a ledger that can be read. Restore into a new data folder.",
                noLedger);
        }
    }
}
