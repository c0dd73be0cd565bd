using EventKb.Domain;
using EventKb.Ledger.Integrity;
using EventKb.Ledger.Merkle;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The statements of an append and the tree as it grows inside the open transaction.</summary>
internal sealed class AppendSession : IDisposable
{
    // A row of the same size is written over where it lies. Deleted rows would make SQLite move their neighbours, and a moved row
    // leaves a copy of itself behind, which an erasure of that neighbour does not find.
    private const string Overwrite =
        """
        UPDATE content SET text_digest = CAST(zeroblob(length(CAST(text_digest AS BLOB))) AS TEXT),
            body_sha256 = iif(body_sha256 IS NULL, NULL, CAST(zeroblob(length(CAST(body_sha256 AS BLOB))) AS TEXT)),
            salt = zeroblob(length(salt)), bytes = zeroblob(length(bytes))
        WHERE position = ?
        """;

    private readonly string _origin;
    private readonly Statement _event;
    private readonly Statement _content;
    private readonly Statement _command;
    private readonly Statement _node;
    private readonly Statement _head;
    private readonly Statement _erase;
    private readonly Statement _place;
    private readonly Statement _next;
    private readonly Statement _begun;
    private readonly Action<int, long, ReadOnlyMemory<byte>> _keepNode;
    private Frontier _frontier = new();
    private long _lastRecordedAt;

    public AppendSession(SqliteConnection connection, string origin)
    {
        _origin = origin;
        _event = new(connection,
            """
            INSERT INTO ledger (position, stream, version, previous_position, event_id, type, recorded_at, occurred_at,
                commitment, leaf_hash, envelope, data) VALUES (?1, ?2,
                CASE ?4 WHEN 0 THEN iif(?3 = 1, 1, NULL)
                    ELSE (SELECT ?3 FROM ledger p WHERE p.position = ?4 AND p.stream = ?2 AND p.version = ?3 - 1) END,
                ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """);
        _content = new(connection,
            "INSERT INTO content (position, text_digest, body_sha256, salt, bytes) VALUES (?, ?, ?, ?, ?)");
        _command = new(connection,
            """
            INSERT INTO commands (stream, command_id, first_version, last_version, first_position, last_position)
            VALUES (?, ?, ?, ?, ?, ?)
            """);
        _node = new(connection, "INSERT INTO merkle_nodes (height, ordinal, hash) VALUES (?, ?, ?)");
        _head = new(connection, "UPDATE ledger_head SET size = ?, recorded_at = ?, frontier = ? WHERE id = 1");
        _erase = new(connection, Overwrite);
        _place = new(connection, "SELECT 1 FROM ledger WHERE position = ? AND stream = ?");
        _next = new(connection, "SELECT 1 FROM ledger WHERE previous_position = ? AND previous_position > 0");
        _begun = new(connection, "SELECT 1 FROM ledger WHERE stream = ? AND previous_position = 0");
        _keepNode = (height, ordinal, hash) => _node.Bind(1, height).Bind(2, ordinal).Bind(3, hash.Span).Run();
    }

    /// <summary>True when content was erased since the transaction began.</summary>
    public bool Erased { get; private set; }

    public long Size => _frontier.Size;

    /// <summary>Takes up the tree where the last commit left it.</summary>
    public void Begin(HeadState head)
    {
        _frontier = new Frontier(head.Size, head.Frontier);
        _lastRecordedAt = head.RecordedAt;
        Erased = false;
    }

    /// <summary>Puts one command's events in; its positions count only once the transaction is committed.</summary>
    public void Append(PendingWrite write, LedgerClock clock)
    {
        if (write.Follows is not null && write.After == 0)
            throw new AppendRefusedException("The events before it were not stored.");
        var recordedAt = clock.Next(_lastRecordedAt);
        foreach (var position in write.RefersTo)
            CheckLast(position);
        foreach (var stream in write.RefersToNone)
            CheckNone(stream);
        foreach (var next in write.Events)
        {
            Check(next.Erases);
            recordedAt = Math.Max(recordedAt, next.OccurredAt);
        }

        _lastRecordedAt = recordedAt;
        var (version, previous) = (write.FirstVersion, write.After);
        foreach (var next in write.Events)
        {
            (next.Position, next.RecordedAt) = (_frontier.Size + 1, recordedAt);
            Insert(write.Stream, version++, previous, next);
            previous = next.Position;
        }

        _command.Bind(1, write.Stream).Bind(2, write.CommandId).Bind(3, write.FirstVersion).Bind(4, version - 1)
            .Bind(5, write.Events[0].Position).Bind(6, previous).Run();
    }

    /// <summary>Puts an exported event in as it was.</summary>
    public void Restore(string stream, long version, long previous, PendingEvent stored)
    {
        Insert(stream, version, previous, stored);
        _lastRecordedAt = stored.RecordedAt;
    }

    /// <summary>Puts an exported command in as it was.</summary>
    public void Restore(CommandRun command) =>
        _command.Bind(1, command.Stream).Bind(2, command.CommandId).Bind(3, command.FirstVersion).Bind(4, command.LastVersion)
            .Bind(5, command.FirstPosition).Bind(6, command.LastPosition).Run();

    /// <summary>Stores the head as it is now.</summary>
    public HeadState End()
    {
        var head = new HeadState(_frontier.Size, _lastRecordedAt, _frontier.ToBytes());
        _head.Bind(1, head.Size).Bind(2, head.RecordedAt).Bind(3, head.Frontier).Run();
        return head;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _event, _content, _command, _node, _head, _erase, _place, _next, _begun })
            statement.Dispose();
    }

    private void Check(EventPlace? erased)
    {
        if (erased is null)
            return;
        var found = _place.Bind(1, erased.Position).Bind(2, erased.Stream).Step();
        _place.Reset();
        if (!found)
            throw new AppendRefusedException(new Rejection("NOT_FOUND", $"'{erased.Stream}' has no event at position {erased.Position}.",
                "Name the position and the stream of the event as the audit trail shows them.", "position"));
    }

    private void CheckLast(long position)
    {
        var changed = _next.Bind(1, position).Step();
        _next.Reset();
        if (changed)
            throw new AppendRefusedException($"A stream that the command refers to has changed since position {position}.");
    }

    private void CheckNone(string stream)
    {
        var begun = _begun.Bind(1, stream).Step();
        _begun.Reset();
        if (begun)
            throw new AppendRefusedException($"The stream '{stream}' has begun since the command was checked.");
    }

    private void Insert(string stream, long version, long previous, PendingEvent next)
    {
        Span<byte> leaf = stackalloc byte[MerkleHash.Size];
        var fields = new LeafFields
        {
            Position = next.Position,
            Stream = stream,
            Version = version,
            PreviousPosition = previous,
            EventId = next.EventId,
            Type = next.Type,
            RecordedAt = next.RecordedAt,
            OccurredAt = next.OccurredAt,
            Metadata = next.Metadata,
            Data = next.Data,
            Commitment = next.Commitment,
            Digests = next.Digests,
        };
        Leaf1.Hash(_origin, fields, leaf);
        _event.Bind(1, next.Position).Bind(2, stream).Bind(3, version).Bind(4, previous).Bind(5, next.EventId)
            .Bind(6, next.Type).Bind(7, next.RecordedAt).Bind(8, next.OccurredAt).Bind(9, next.Commitment).Bind(10, leaf)
            .Bind(11, next.Metadata).Bind(12, next.Data).Run();
        if (next.Content is { } content)
            _content.Bind(1, next.Position).Bind(2, content.TextDigest).Bind(3, content.BodySha256).Bind(4, content.Salt)
                .Bind(5, content.Bytes).Run();
        if (next.Erases is { } erased)
        {
            _erase.Bind(1, erased.Position).Run();
            Erased = true;
        }

        _frontier.Append(leaf, _keepNode);
    }
}
