using System.Security.Cryptography;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Ledger.Merkle;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// Recomputes what the ledger claims from the stored bytes, on all cores: SQLite itself does not see tampering.
/// </summary>
internal sealed class Verification(LedgerFile file, string origin, HeadState head, IProgress<long>? progress)
{
    /// <summary>Events checked as one piece: a complete subtree of the tree.</summary>
    private const int PieceHeight = 13;
    private const long Piece = 1L << PieceHeight;

    private long _verified;

    public void Run(CancellationToken cancellation)
    {
        try
        {
            var file = Task.Run(CheckFile, cancellation);
            try
            {
                CheckTree(CheckPieces(cancellation));
            }
            finally
            {
                // What the database says about itself comes first: it explains what the leaves show.
                file.GetAwaiter().GetResult();
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26)
        {
            throw new LedgerDamagedException("database", failure.Message, failure);
        }
        catch (AggregateException several)
            when (several.Flatten().InnerExceptions.OfType<LedgerDamagedException>().FirstOrDefault() is { } damage)
        {
            throw new LedgerDamagedException(damage.Check, damage.Fact, several);
        }
    }

    private void CheckFile()
    {
        using var connection = file.OpenReader();
        using var check = new Statement(connection, "PRAGMA quick_check(1)");
        if (!check.Step() || check.Text(0) != "ok")
            throw new LedgerDamagedException("database", $"SQLite says: {check.Text(0)}.");
        check.Reset();
        None(connection, "density", "SELECT count(*) + 1 FROM ledger HAVING count(*) < ?", "is missing, or one before it");
        None(connection, "density", "SELECT position FROM ledger WHERE position < 1 OR position > ? LIMIT 1",
            "lies outside the ledger");
        None(connection, "content",
            "SELECT position FROM content WHERE position NOT IN (SELECT position FROM ledger) AND ? >= 0 LIMIT 1",
            "has content but no event");
        None(connection, "streams",
            """
            SELECT l.position FROM ledger l LEFT JOIN ledger p ON p.position = l.previous_position
            WHERE (l.previous_position <> 0 OR l.version <> 1) AND (p.stream IS NOT l.stream OR p.version <> l.version - 1)
                AND ? >= 0 LIMIT 1
            """, "does not follow the event before it in its stream");
        None(connection, "commands",
            """
            SELECT c.last_position FROM commands c LEFT JOIN ledger l ON l.position = c.last_position
            WHERE (l.stream IS NOT c.stream OR l.version <> c.last_version) AND ? >= 0 LIMIT 1
            """, "is not what its command says");
    }

    private void None(SqliteConnection connection, string check, string sql, string fact)
    {
        using var wrong = new Statement(connection, sql);
        if (wrong.Bind(1, head.Size).Step())
            throw new LedgerDamagedException(check, $"Position {wrong.Number(0)} {fact}.");
    }

    private PieceOfTree[] CheckPieces(CancellationToken cancellation)
    {
        var pieces = new PieceOfTree[(head.Size + Piece - 1) / Piece];
        Parallel.For(0, pieces.Length, new ParallelOptions { CancellationToken = cancellation },
            () => new PieceReader(file.OpenReader()),
            (index, _, reader) =>
            {
                pieces[index] = CheckPiece(reader, index * Piece, Math.Min(head.Size, (index + 1) * Piece));
                progress?.Report(Interlocked.Add(ref _verified, pieces[index].Tree.Size));
                return reader;
            },
            reader => reader.Dispose());
        return pieces;
    }

    private PieceOfTree CheckPiece(PieceReader reader, long after, long upTo)
    {
        var tree = new Frontier();
        var (firstAt, lastAt) = (0L, 0L);
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        var rows = reader.Rows.Bind(1, after).Bind(2, upTo);
        Action<int, long, ReadOnlyMemory<byte>> check =
            (height, ordinal, node) => reader.CheckNode(height, (after >> height) + ordinal, node.Span);
        for (var position = after + 1; position <= upTo; position++)
        {
            if (!rows.Step() || rows.Number(0) != position)
                throw new LedgerDamagedException("density", $"Position {position} is missing.");
            var recordedAt = rows.Number(6);
            if (recordedAt < lastAt)
                throw new LedgerDamagedException("times", $"Position {position} was recorded before the position before it.");
            (firstAt, lastAt) = (firstAt == 0 ? recordedAt : firstAt, recordedAt);
            CheckLeaf(rows, position, hash);
            CheckContent(rows, position);
            tree.Append(hash, check);
        }

        rows.Reset();
        return new PieceOfTree(tree, firstAt, lastAt);
    }

    private void CheckLeaf(Statement row, long position, Span<byte> hash)
    {
        var fields = new LeafFields
        {
            Position = position,
            Stream = row.Text(1),
            Version = row.Number(2),
            PreviousPosition = row.Number(3),
            EventId = row.Text(4),
            Type = row.Text(5),
            RecordedAt = row.Number(6),
            OccurredAt = row.Number(7),
            Commitment = row.Span(8),
            Envelope = row.Span(10),
            Data = row.Span(11),
        };
        Leaf1.Hash(origin, fields, hash);
        if (!hash.SequenceEqual(row.Span(9)))
            throw new LedgerDamagedException("leaves", $"What is stored at position {position} is not what was recorded.");
    }

    private static void CheckContent(Statement row, long position)
    {
        if (row.IsNull(12))
            return;
        Span<byte> commitment = stackalloc byte[MerkleHash.Size];
        HMACSHA256.HashData(row.Span(12), row.Span(13), commitment);
        if (!commitment.SequenceEqual(row.Span(8)))
            throw new LedgerDamagedException("content", $"The texts of position {position} are not those it was recorded with.");
        var (text, body) = JsonSerializer.Deserialize<Content>(row.Span(13), StoredJson.Options)!.Digests();
        if (text != row.Text(14) || body != row.TextOrNull(15))
            throw new LedgerDamagedException("content", $"The digests of position {position} are not those of its texts.");
    }

    private void CheckTree(PieceOfTree[] pieces)
    {
        var tree = new Frontier();
        using var nodes = new PieceReader(file.OpenReader());
        var lastAt = 0L;
        foreach (var piece in pieces)
        {
            if (piece.FirstAt < lastAt)
                throw new LedgerDamagedException("times",
                    $"Position {tree.Size + 1} was recorded before the position before it.");
            lastAt = piece.LastAt;
            tree.AppendAll(piece.Tree, (height, ordinal, node) => nodes.CheckNode(height, ordinal, node.Span));
        }

        if (tree.Size != head.Size || lastAt != head.RecordedAt)
            throw new LedgerDamagedException("head", "The head's time is not that of the last event.");
        if (!tree.ToBytes().AsSpan().SequenceEqual(head.Frontier))
            throw new LedgerDamagedException("root", "The root of what is stored is not the root that the head has.");
    }

    private sealed record PieceOfTree(Frontier Tree, long FirstAt, long LastAt);

    private sealed class PieceReader(SqliteConnection connection) : IDisposable
    {
        private readonly Statement _node = new(connection, "SELECT hash FROM merkle_nodes WHERE height = ? AND ordinal = ?");

        public Statement Rows { get; } = new(connection,
            """
            SELECT l.position, l.stream, l.version, l.previous_position, l.event_id, l.type, l.recorded_at, l.occurred_at,
                l.commitment,
                l.leaf_hash, l.envelope, l.data, c.salt, c.bytes, c.text_digest, c.body_sha256
            FROM ledger l LEFT JOIN content c ON c.position = l.position
            WHERE l.position > ? AND l.position <= ? ORDER BY l.position
            """);

        public void CheckNode(int height, long ordinal, ReadOnlySpan<byte> hash)
        {
            var same = _node.Bind(1, height).Bind(2, ordinal).Step() && hash.SequenceEqual(_node.Span(0));
            _node.Reset();
            if (!same)
                throw new LedgerDamagedException("merkle-nodes",
                    $"The subtree {ordinal} of height {height} is not that of its leaves.");
        }

        public void Dispose()
        {
            Rows.Dispose();
            _node.Dispose();
            connection.Dispose();
        }
    }
}
