using EventKb.Ledger.Merkle;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>A connection that reads, with its statements.</summary>
internal sealed class LedgerReader : IDisposable
{
    private const long MostBytes = 16 * 1024 * 1024;
    private const string Structure =
        "l.position, l.stream, l.version, l.previous_position, l.event_id, l.type, l.recorded_at, l.occurred_at, "
        + "l.commitment, l.leaf_hash, l.envelope, l.data, c.text_digest, c.body_sha256";
    private const string Kept = "LEFT JOIN content c ON c.position = l.position AND c.salt <> zeroblob(32)";

    // Each event is found by the one before it; one statement, so that the lock of reading is taken once and not for each event.
    private const string Chain =
        """
        WITH RECURSIVE chain (position, version) AS (
            SELECT position, 1 FROM ledger WHERE stream = ?1 AND previous_position = 0
            UNION ALL
            SELECT n.position, c.version + 1 FROM chain c JOIN ledger n ON n.previous_position = c.position AND n.previous_position > 0
            WHERE c.version < ?2)
        """;

    private readonly SqliteConnection _connection;
    private readonly Statement _replay;
    private readonly Statement _highest;
    private readonly Statement _feed;
    private readonly Statement _command;
    private readonly Statement _leaves;
    private readonly Statement _nodes;

    public LedgerReader(SqliteConnection connection)
    {
        _connection = connection;
        _replay = new(connection,
            $"""
            {Chain} SELECT {Structure} FROM chain CROSS JOIN ledger l ON l.position = chain.position {Kept}
            WHERE chain.version >= ?3 LIMIT ?4
            """);
        _highest = new(connection, $"{Chain} SELECT coalesce(max(version), 0) FROM chain");
        _feed = new(connection, $"SELECT {Structure}, c.salt, c.bytes FROM ledger l {Kept} WHERE l.position > ? ORDER BY l.position LIMIT ?");
        _command = new(connection,
            $"""
            {Chain} SELECT first_version, last_version, first_position, last_position
            FROM chain CROSS JOIN commands ON first_position = position WHERE command_id = ?3 LIMIT 1
            """);
        _leaves = new(connection, "SELECT leaf_hash FROM ledger WHERE position > ? AND position <= ? ORDER BY position");
        _nodes = new(connection,
            "SELECT hash FROM merkle_nodes WHERE height = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal");
    }

    public void Replay(string stream, long from, long to, long most, Action<StoredEvent> each)
    {
        try
        {
            for (_replay.Bind(1, stream).Bind(2, to).Bind(3, from).Bind(4, most); _replay.Step();)
                each(Row(_replay, stream, withTexts: false));
        }
        finally
        {
            _replay.Reset();
        }
    }

    /// <summary>
    /// Stops early once 16 MiB are read, so that long texts cannot fill the memory; an event that is not there is damage.
    /// </summary>
    public List<StoredEvent> Read(long after, int most)
    {
        var rows = new List<StoredEvent>(Math.Min(most, 1024));
        var bytes = 0L;
        _feed.Bind(1, after).Bind(2, most);
        try
        {
            while (bytes < MostBytes && _feed.Step())
            {
                var row = Row(_feed, _feed.Text(1), withTexts: true);
                bytes += row.Data.Length + row.Metadata.Length + (row.Content?.Bytes.Length ?? 0);
                rows.Add(row);
                CheckDense(row.Position == after + rows.Count, after, most);
            }
        }
        finally
        {
            _feed.Reset();
        }

        CheckDense(rows.Count == most || bytes >= MostBytes, after, most);
        return rows;
    }

    public long HighestVersion(string stream)
    {
        _highest.Bind(1, stream).Bind(2, long.MaxValue).Step();
        var version = _highest.Number(0);
        _highest.Reset();
        return version;
    }

    /// <summary>Looks through all streams' first events, so not for every command.</summary>
    public long LastOf(string category)
    {
        using var last = new Statement(_connection,
            """
            WITH RECURSIVE chain (position) AS (
                SELECT position FROM ledger INDEXED BY ledger_first
                WHERE previous_position = 0 AND substr(stream, instr(stream, '/') + 1, length(?1) + 1) = ?1 || '/'
                UNION ALL
                SELECT n.position FROM chain c JOIN ledger n ON n.previous_position = c.position AND n.previous_position > 0)
            SELECT coalesce(max(position), 0) FROM chain
            """);
        return last.Bind(1, category).Step() ? last.Number(0) : 0;
    }

    public StoredCommand? FindCommand(string stream, string commandId)
    {
        var found = _command.Bind(1, stream).Bind(2, long.MaxValue).Bind(3, commandId).Step()
            ? new StoredCommand(_command.Number(0), _command.Number(1), _command.Number(2), _command.Number(3))
            : null;
        _command.Reset();
        return found;
    }

    /// <summary>Root over the first leaves, from stored subtrees and at most 255 of each height.</summary>
    public byte[] RootAt(long size)
    {
        var tree = new Frontier();
        for (var height = TopHeight(size); height > 0; height -= 8)
        {
            _nodes.Bind(1, height).Bind(2, tree.Size >> height).Bind(3, size >> height);
            AddAll(tree, height, _nodes);
        }

        _leaves.Bind(1, tree.Size).Bind(2, size);
        AddAll(tree, 0, _leaves);
        return tree.Size == size ? tree.Root()
            : throw new LedgerDamagedException("merkle-nodes", $"No root can be made at size {size}.");
    }

    public void Dispose()
    {
        foreach (var part in new IDisposable[] { _replay, _highest, _feed, _command, _leaves, _nodes, _connection })
            part.Dispose();
    }

    private static void CheckDense(bool isDense, long after, int most)
    {
        if (!isDense)
            throw new LedgerDamagedException("positions", $"Of the events {after + 1} to {after + most} some are missing.");
    }

    private static int TopHeight(long size)
    {
        var height = 0;
        while (size >> (height + 8) > 0)
            height += 8;
        return height;
    }

    private static void AddAll(Frontier tree, int height, Statement hashes)
    {
        while (hashes.Step())
            tree.AppendSubtree(height, hashes.Span(0));
    }

    private static StoredEvent Row(Statement row, string stream, bool withTexts) => new()
    {
        Position = row.Number(0),
        Stream = stream,
        Version = row.Number(2),
        PreviousPosition = row.Number(3),
        EventId = row.Text(4),
        Type = row.Text(5),
        RecordedAt = row.Number(6),
        OccurredAt = row.Number(7),
        Commitment = row.IsNull(8) ? null : row.Bytes(8),
        LeafHash = row.Bytes(9),
        Metadata = row.Bytes(10),
        Data = row.Bytes(11),
        Content = row.IsNull(12) ? null
            : new StoredContent(row.Text(12), row.TextOrNull(13), withTexts ? row.Bytes(14) : [], withTexts ? row.Bytes(15) : []),
    };
}
