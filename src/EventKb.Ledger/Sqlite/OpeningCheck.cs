using EventKb.Domain;
using EventKb.Ledger.Integrity;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// What is checked before a ledger is served: its schema, its head against its last events and subtrees, and that its indexes have
/// every event. Everything else is for <see cref="Verification"/>, which reads it all.
/// </summary>
internal static class OpeningCheck
{
    private const int LastEvents = 256;

    /// <summary>Brings the schema up to date and checks; gives the head and the key of pseudonyms.</summary>
    public static (StoredHead Head, byte[] PseudonymKey) Run(LedgerFile file, Secrets secrets)
    {
        file.Upgrade(secrets);
        using var snapshot = new SqliteSnapshot(file.OpenReader());
        snapshot.CheckSchema();
        CheckHead(snapshot.Head);
        CheckCounts(snapshot, snapshot.Head.Size);
        using var reader = new LedgerReader(file.OpenReader());
        CheckTail(reader, snapshot.Head);
        return (snapshot.Head, snapshot.PseudonymKey);
    }

    private static void CheckHead(StoredHead head)
    {
        if (head.Size < 0 || head.Frontier.Length != long.PopCount(head.Size) * Merkle.MerkleHash.Size)
            throw new LedgerDamagedException("root", "The root of what is stored is not the root that the head has.");
    }

    private static void CheckCounts(SqliteSnapshot snapshot, long size)
    {
        Same("density", size, "SELECT coalesce(max(position), 0) FROM ledger",
            static (said, found) => $"The last position is {found}, not {said} as the head says.");
        Same("streams", size,
            """
            SELECT (SELECT count(*) FROM ledger INDEXED BY ledger_first WHERE previous_position = 0)
                + (SELECT count(*) FROM ledger INDEXED BY ledger_next WHERE previous_position > 0)
            """,
            static (said, found) => $"The indexes have {found} events, not {said} as the head says.");
        Same("commands", size, "SELECT coalesce(max(last_position), 0) FROM commands",
            static (said, found) => $"The last position of a command is {found}, not {said} as the head says.");
        Same("commands", Math.Min(size, 1), "SELECT coalesce(min(first_position), 0) FROM commands",
            static (said, found) => $"The first position of a command is {found}, not {said} as the head says.");
        Same("merkle-nodes", Subtrees(size), "SELECT count(*) FROM merkle_nodes",
            static (said, found) => $"There are {found} subtrees, not {said} as the head says.");

        void Same(string check, long expected, string sql, Func<long, long, Wording> fact)
        {
            var found = snapshot.Number(sql);
            if (found != expected)
                throw new LedgerDamagedException(check, fact(expected, found));
        }
    }

    private static void CheckTail(LedgerReader reader, StoredHead head)
    {
        var (at, recordedAt) = (Math.Max(0, head.Size - LastEvents), 0L);
        while (at < head.Size)
            foreach (var row in reader.Read(at, (int)(head.Size - at)))
            {
                if (CheckedEvent.Of(head.Origin, row).Fault is { } fault)
                    throw fault;
                (at, recordedAt) = (row.Position, row.RecordedAt);
            }

        if (recordedAt != head.RecordedAt)
            throw new LedgerDamagedException("head", "The head's time is not that of the last event.");
        if (!reader.RootAt(head.Size).AsSpan().SequenceEqual(head.Root()))
            throw new LedgerDamagedException("root", "The root of what is stored is not the root that the head has.");
    }

    private static long Subtrees(long size)
    {
        var count = 0L;
        for (var left = size >> 8; left > 0; left >>= 8)
            count += left;
        return count;
    }
}
