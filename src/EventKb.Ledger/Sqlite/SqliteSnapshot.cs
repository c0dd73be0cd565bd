using EventKb.Ledger.Integrity;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>What a ledger in SQLite stores, as of the moment it is opened or inside a transaction that is open already.</summary>
internal sealed class SqliteSnapshot : LedgerSnapshot
{
    private readonly SqliteConnection _connection;
    private readonly bool _owned;

    /// <summary>A view of its own, on a connection that it closes; or, not owned, the view of the connection's transaction.</summary>
    public SqliteSnapshot(SqliteConnection connection, bool owned = true)
    {
        (_connection, _owned) = (connection, owned);
        if (owned)
            Run("BEGIN");
        Head = LoadHead();
    }

    /// <inheritdoc/>
    public override StoredHead Head { get; }

    /// <inheritdoc/>
    public override long Contents => Number("SELECT count(*) FROM content NOT INDEXED");

    /// <inheritdoc/>
    public override byte[] PseudonymKey => Rows("pseudonym_key", "SELECT key FROM pseudonym_key", row => row.Bytes(0)).ToList()
        is [{ } stored] && Ledger.PseudonymKey.Of(stored) is { } key ? key
        : throw new LedgerDamagedException("pseudonyms", "The key of pseudonyms is missing, or it is not as the program left it.");

    /// <inheritdoc/>
    public override void CheckDatabase()
    {
        foreach (var said in Rows("sqlite", "PRAGMA integrity_check(1)", row => row.Text(0)))
            if (said != "ok")
                throw new LedgerDamagedException("database", $"SQLite says: {said}.");
        CheckSchema();
    }

    /// <summary>Throws where the tables are not those of the scripts.</summary>
    public void CheckSchema() => LedgerSchema.Check(_connection);

    /// <summary>The one number that a query gives.</summary>
    public long Number(string sql) => Rows("ledger", sql, row => row.Number(0)).Single();

    /// <inheritdoc/>
    public override IEnumerable<StoredEvent> Events() => Rows("ledger",
        """
        SELECT l.position, l.stream, l.version, l.previous_position, l.event_id, l.type, l.recorded_at, l.occurred_at,
            l.commitment, l.leaf_hash, l.envelope, l.data, c.position, c.text_digest, c.body_sha256, c.salt, c.bytes
        FROM ledger l NOT INDEXED LEFT JOIN content c ON c.position = l.position ORDER BY l.position
        """, row => new StoredEvent
        {
            Position = row.Number(0),
            Stream = row.Text(1),
            Version = row.Number(2),
            PreviousPosition = row.Number(3),
            EventId = row.Text(4),
            Type = row.Text(5),
            RecordedAt = row.Number(6),
            OccurredAt = row.Number(7),
            Commitment = row.BytesOrNull(8),
            LeafHash = row.Bytes(9),
            Metadata = row.Bytes(10),
            Data = row.Bytes(11),
            Content = row.IsNull(12) ? null : new StoredContent(row.Text(13), row.TextOrNull(14), row.Bytes(15), row.Bytes(16)),
        });

    /// <inheritdoc/>
    public override IEnumerable<CommandRun> Commands() => Rows("commands",
        """
        SELECT stream, command_id, first_version, last_version, first_position, last_position
        FROM commands NOT INDEXED ORDER BY first_position
        """, row => new CommandRun(row.Text(0), row.Text(1), row.Number(2), row.Number(3), row.Number(4), row.Number(5)));

    /// <inheritdoc/>
    public override IEnumerable<StoredSubtree> Subtrees() => Rows("merkle_nodes", "SELECT height, ordinal, hash FROM merkle_nodes",
        row => new StoredSubtree((int)row.Number(0), row.Number(1), row.Bytes(2)));

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (_owned)
            _connection.Dispose();
    }

    private StoredHead LoadHead()
    {
        var heads = Rows("ledger_head", "SELECT origin, size, recorded_at, frontier FROM ledger_head",
            row => new StoredHead(row.Text(0), row.Number(1), row.Number(2), row.Bytes(3))).ToList();
        return heads.Count == 1 ? heads[0] : throw new LedgerDamagedException("head", $"There are {heads.Count} heads, not one.");
    }

    private IEnumerable<T> Rows<T>(string table, string sql, Func<StrictRow, T> read)
    {
        using var statement = Sensible(() => new Statement(_connection, sql));
        var row = new StrictRow(statement, table);
        while (Sensible(statement.Step))
            yield return read(row);
    }

    private static T Sensible<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure) when (LedgerFile.IsDamage(failure))
        {
            throw new LedgerDamagedException("database", $"SQLite says: {failure.Message.TrimEnd('.')}.", failure);
        }
    }

    private void Run(string sql)
    {
        using var statement = new Statement(_connection, sql);
        statement.Run();
    }
}
