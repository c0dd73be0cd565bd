using System.Security.Cryptography;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Ledger.Archive;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>Takes an export into an empty ledger in one transaction: stored bytes verbatim, every leaf recomputed.</summary>
internal sealed class SqliteRestore(LedgerFile file, IProgress<long>? progress)
{
    private const int ReportEach = 1_000;

    /// <summary>Restores everything or nothing.</summary>
    public void Run(Stream archive, CancellationToken cancellation)
    {
        file.Upgrade();
        using var connection = file.OpenWriter();
        using var transaction = connection.BeginTransaction();
        using var lines = ArchiveFile.Read(archive).GetEnumerator();
        try
        {
            Restore(connection, lines, Header(connection, lines), cancellation);
        }
        catch (SqliteException contradiction) when (contradiction.SqliteErrorCode == 19)
        {
            throw new RestoreRefusedException($"It contradicts itself ({contradiction.Message}).", contradiction);
        }

        transaction.Commit();
    }

    private static ArchiveHeader Header(SqliteConnection connection, IEnumerator<ArchiveLine> lines)
    {
        var header = lines.MoveNext() ? lines.Current.Header : null;
        if (header?.Format != ArchiveHeader.CurrentFormat)
            throw new RestoreRefusedException($"It is no export of the format {ArchiveHeader.CurrentFormat}.");
        using var head = new Statement(connection,
            """
            INSERT INTO ledger_head (id, origin, size, recorded_at, frontier) VALUES (1, ?, 0, 0, x'')
            ON CONFLICT (id) DO UPDATE SET origin = excluded.origin WHERE size = 0
            """);
        return head.Bind(1, header.Origin).Run() == 1 ? header
            : throw new RestoreRefusedException("The ledger to restore into is not empty. Restore into a new data folder.");
    }

    private void Restore(SqliteConnection connection, IEnumerator<ArchiveLine> lines, ArchiveHeader header,
        CancellationToken cancellation)
    {
        using var session = new AppendSession(connection, header.Origin);
        session.Begin(new HeadState(0, 0, []));
        var (commands, persons) = (0L, 0L);
        ArchiveEnd? end = null;
        while (end is null && lines.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (lines.Current)
            {
                case { Event: { } happened }:
                    Restore(session, happened);
                    break;
                case { Command: { } command }:
                    session.Restore(command);
                    commands++;
                    break;
                case { Person: { } person }:
                    SqlitePersonDirectory.Restore(connection, person);
                    persons++;
                    break;
                case { End: { } last }:
                    end = last;
                    break;
                default:
                    throw new RestoreRefusedException("It has a line that is nothing known.");
            }
        }

        if (end is null || end != new ArchiveEnd(commands, persons) || lines.MoveNext())
            throw new RestoreRefusedException("It is not whole.");
        if (session.End() is var head && (head.Size != header.Size || head.Root != header.Root))
            throw new RestoreRefusedException(
                $"Its {head.Size} events have the root {head.Root}, not {header.Root} over {header.Size}.");
    }

    private void Restore(AppendSession session, ArchivedEvent happened)
    {
        if (happened.Position != session.Size + 1)
            throw new RestoreRefusedException($"Position {session.Size + 1} is missing.");
        var content = happened.Content is { } kept ? Check(happened, kept) : null;
        session.Restore(happened.Stream, happened.Version, happened.PreviousPosition, new PendingEvent
        {
            EventId = happened.EventId,
            Type = happened.Type,
            OccurredAt = happened.OccurredAt,
            Envelope = happened.Envelope,
            Data = happened.Data,
            Commitment = happened.Commitment,
            Content = content,
            Position = happened.Position,
            RecordedAt = happened.RecordedAt,
        });
        if (happened.Position % ReportEach == 0)
            progress?.Report(happened.Position);
    }

    private static StoredContent Check(ArchivedEvent happened, ArchivedContent kept)
    {
        if (happened.Commitment is null
            || !HMACSHA256.HashData(kept.Salt, kept.Bytes).AsSpan().SequenceEqual(happened.Commitment))
            throw new RestoreRefusedException($"The texts of position {happened.Position} are not those it was recorded with.");
        var (text, body) = JsonSerializer.Deserialize<Content>(kept.Bytes, StoredJson.Options)!.Digests();
        return new StoredContent(text, body, kept.Salt, kept.Bytes);
    }
}
