using System.Text.Json;
using EventKb.Domain;
using EventKb.Ledger.Archive;
using EventKb.Ledger.Integrity;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// Takes an export into an empty ledger in one transaction: stored bytes verbatim, every leaf recomputed, and what has come of it
/// verified as any ledger is. An export says its own root; one that was kept elsewhere is held against what was recomputed.
/// </summary>
internal sealed class SqliteRestore(LedgerFile file, string? root, IProgress<long>? progress)
{
    private const int ReportEach = 1_000;

    /// <summary>Restores everything or nothing.</summary>
    public void Run(Stream archive, CancellationToken cancellation)
    {
        CheckEmpty();
        file.Create(made =>
        {
            using var connection = made.OpenWriter();
            using var transaction = connection.BeginTransaction();
            Fill(connection, archive, cancellation);
            transaction.Commit();
        });
    }

    private void CheckEmpty()
    {
        if (!File.Exists(file.Path) || new FileInfo(file.Path).Length == 0)
            return;
        try
        {
            using var connection = file.OpenReader();
            using var head = new Statement(connection, "SELECT coalesce(max(size), 0) FROM ledger_head");
            if (head.Step() && head.Number(0) > 0)
                throw new RestoreRefusedException("The ledger to restore into is not empty. Restore into a new data folder.");
        }
        catch (SqliteException noLedger)
        {
            throw new RestoreRefusedException("What is in its place is no ledger that can be read. Restore into a new data folder.",
                noLedger);
        }
    }

    private void Fill(SqliteConnection connection, Stream archive, CancellationToken cancellation)
    {
        using var lines = ArchiveFile.Read(archive).GetEnumerator();
        try
        {
            Restore(connection, lines, Header(connection, lines), cancellation);
            using var restored = new SqliteSnapshot(connection, owned: false);
            new Verification(restored, null, Environment.ProcessorCount).Run(cancellation);
        }
        catch (LedgerDamagedException wrong)
        {
            throw new RestoreRefusedException($"It fails the check '{wrong.Check}': {wrong.Fact}", wrong);
        }
        catch (SqliteException contradiction) when (contradiction.SqliteErrorCode == 19)
        {
            throw new RestoreRefusedException($"It contradicts itself ({contradiction.Message}).", contradiction);
        }
    }

    private static ArchiveHeader Header(SqliteConnection connection, IEnumerator<ArchiveLine> lines)
    {
        var header = lines.MoveNext() ? lines.Current.Header : null;
        if (header?.Format != ArchiveHeader.CurrentFormat)
            throw new RestoreRefusedException($"It is no export of the format {ArchiveHeader.CurrentFormat}.");
        using var head = new Statement(connection,
            "INSERT INTO ledger_head (id, origin, size, recorded_at, frontier) VALUES (1, ?, 0, 0, x'')");
        head.Bind(1, header.Origin).Run();
        return header;
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
                    PersonRows.Put(connection, person);
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
        // Which root it was to have is not told: whoever edits an export would only have to write it in.
        if (session.End() is var head && (head.Size != header.Size || head.Root != header.Root))
            throw new RestoreRefusedException("What its events come to is not the root that it claims.");
        if (root is not null && head.Root != root)
            throw new RestoreRefusedException("What its events come to is not the root that was given.");
    }

    private void Restore(AppendSession session, ArchivedEvent happened)
    {
        if (happened.Position != session.Size + 1)
            throw new RestoreRefusedException($"Position {session.Size + 1} is missing.");
        session.Restore(happened.Stream, happened.Version, happened.PreviousPosition, new PendingEvent
        {
            EventId = happened.EventId,
            Type = happened.Type,
            OccurredAt = happened.OccurredAt,
            Envelope = happened.Envelope,
            Data = happened.Data,
            Commitment = happened.Commitment,
            Content = happened.Content is { } kept ? Digested(happened.Position, kept) : null,
            Position = happened.Position,
            RecordedAt = happened.RecordedAt,
        });
        if (happened.Position % ReportEach == 0)
            progress?.Report(happened.Position);
    }

    private static StoredContent Digested(long position, ArchivedContent kept)
    {
        try
        {
            var (text, body) = JsonSerializer.Deserialize<Content>(kept.Bytes, StoredJson.Options)!.Digests();
            return new StoredContent(text, body, kept.Salt, kept.Bytes);
        }
        catch (JsonException unreadable)
        {
            throw new RestoreRefusedException($"The texts of position {position} cannot be read.", unreadable);
        }
    }
}
