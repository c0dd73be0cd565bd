using EventKb.Ledger.Merkle;

namespace EventKb.Ledger.Integrity;

/// <summary>
/// Recomputes what a ledger claims from what it stores, in one pass over its rows: no database sees tampering by itself.
/// </summary>
internal sealed class Verification(LedgerSnapshot ledger, IProgress<long>? progress, int cores)
{
    /// <summary>Events, and bytes of theirs, whose hashes all cores compute together.</summary>
    private const int MostInBatch = 1_024;
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly StreamChains _streams = new();
    private readonly Contents _contents = new();
    private readonly Authors _authors = new();
    private readonly Dictionary<(int Height, long Ordinal), byte[]> _subtrees = [];
    private readonly Frontier _tree = new();
    private long _lastAt;

    /// <summary>Throws <see cref="LedgerDamagedException"/> where what is stored is not what is claimed.</summary>
    public void Run(CancellationToken cancellation)
    {
        // What the database says about itself comes first: it explains what the rows show.
        ledger.CheckDatabase();
        using var commands = new CommandRuns(ledger.Commands());
        foreach (var rows in Batches())
        {
            var batch = new CheckedEvent[rows.Count];
            Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = cores },
                i => batch[i] = CheckedEvent.Of(ledger.Head.Origin, rows[i]));
            foreach (var next in batch)
                Take(next, commands);
            progress?.Report(_tree.Size);
        }

        CheckHead();
        commands.End();
        _contents.End(ledger.Contents);
        CheckSubtrees();
        _ = ledger.PseudonymKey;
    }

    private IEnumerable<List<StoredEvent>> Batches()
    {
        var (batch, bytes) = (new List<StoredEvent>(MostInBatch), 0L);
        foreach (var row in ledger.Events())
        {
            batch.Add(row);
            bytes += row.Data.Length + row.Metadata.Length + (row.Content?.Bytes.Length ?? 0);
            if (batch.Count < MostInBatch && bytes < MostBytes)
                continue;
            yield return batch;
            (batch, bytes) = (new List<StoredEvent>(MostInBatch), 0);
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private void Take(CheckedEvent next, CommandRuns commands)
    {
        var row = next.Row;
        if (row.Position != _tree.Size + 1)
            throw row.Position <= _tree.Size ? Outside(row.Position)
                : new LedgerDamagedException("density", $"Position {_tree.Size + 1} is missing.");
        if (row.Position > ledger.Head.Size)
            throw Outside(row.Position);
        _streams.Check(row);
        if (row.RecordedAt < _lastAt)
            throw new LedgerDamagedException("times", $"Position {row.Position} was recorded before the position before it.");
        if (next.Fault is { } fault)
            throw fault;
        _lastAt = row.RecordedAt;
        commands.Add(next);
        _contents.Add(next);
        _authors.Add(next);
        _tree.Append(next.Leaf, Keep);
    }

    private static LedgerDamagedException Outside(long position) => new("density", $"Position {position} lies outside the ledger.");

    private void Keep(int height, long ordinal, ReadOnlyMemory<byte> hash) => _subtrees[(height, ordinal)] = hash.ToArray();

    private void CheckHead()
    {
        var head = ledger.Head;
        if (_tree.Size != head.Size)
            throw new LedgerDamagedException("density", $"Position {_tree.Size + 1} is missing, and all after it.");
        if (_lastAt != head.RecordedAt)
            throw new LedgerDamagedException("head", "The head's time is not that of the last event.");
        if (!_tree.ToBytes().AsSpan().SequenceEqual(head.Frontier))
            throw new LedgerDamagedException("root", "The root of what is stored is not the root that the head has.");
    }

    private void CheckSubtrees()
    {
        var stored = 0;
        foreach (var (height, ordinal, hash) in ledger.Subtrees())
        {
            stored++;
            if (!_subtrees.TryGetValue((height, ordinal), out var made) || !made.AsSpan().SequenceEqual(hash))
                throw new LedgerDamagedException("merkle-nodes",
                    $"The subtree {ordinal} of height {height} is not that of its leaves.");
        }

        if (stored != _subtrees.Count)
            throw new LedgerDamagedException("merkle-nodes", $"There are {stored} subtrees, not {_subtrees.Count}.");
    }
}
