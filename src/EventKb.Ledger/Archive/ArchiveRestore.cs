using System.Text.Json;
using EventKb.Domain;
using EventKb.Ledger.Integrity;

namespace EventKb.Ledger.Archive;

/// <summary>
/// Takes an export into an empty ledger: stored bytes verbatim, every leaf recomputed, and what has come of it verified as any ledger
/// is. An export says its own root; one that was kept elsewhere is compared with what was recomputed.
/// </summary>
internal sealed class ArchiveRestore(string? root, IProgress<long>? progress)
{
    private const int ReportEach = 1_000;
    private long _size;

    /// <summary>Puts everything in; <see cref="RestoreRefusedException"/> where it is not what it claims.</summary>
    public void Run(Stream archive, RestoreTarget target, CancellationToken cancellation)
    {
        using var lines = ArchiveFile.Read(archive).GetEnumerator();
        try
        {
            var header = Header(lines);
            target.Begin(header.Origin, PseudonymKey.Of(header.PseudonymKey)
                ?? throw new RestoreRefusedException("Its key of pseudonyms is not as it was exported."));
            Fill(target, lines, cancellation);
            target.End();
            using var restored = target.Snapshot();
            CheckRoot(restored.Head.ToHead(), header);
            new Verification(restored, null, Environment.ProcessorCount).Run(cancellation);
        }
        catch (LedgerDamagedException wrong)
        {
            throw new RestoreRefusedException($"It fails the check '{wrong.Check}': {wrong.Fact}", wrong);
        }
    }

    private static ArchiveHeader Header(IEnumerator<ArchiveLine> lines) =>
        lines.MoveNext() && lines.Current.Header is { Format: ArchiveHeader.CurrentFormat, PseudonymKey: not null } header ? header
            : throw new RestoreRefusedException($"It is not an export in the format {ArchiveHeader.CurrentFormat}.");

    private void Fill(RestoreTarget target, IEnumerator<ArchiveLine> lines, CancellationToken cancellation)
    {
        var commands = 0L;
        ArchiveEnd? end = null;
        while (end is null && lines.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (lines.Current)
            {
                case { Event: { } happened }:
                    Add(target, happened);
                    break;
                case { Command: { } command }:
                    target.Add(command);
                    commands++;
                    break;
                case { End: { } last }:
                    end = last;
                    break;
                default:
                    throw new RestoreRefusedException("It contains a line of an unknown kind.");
            }
        }

        if (end is null || end != new ArchiveEnd(commands) || lines.MoveNext())
            throw new RestoreRefusedException("It is incomplete.");
    }

    // The expected root is not shown: somebody who edits an export would only have to copy it.
    private void CheckRoot(LedgerHead head, ArchiveHeader header)
    {
        if (head.Size != header.Size || head.RootHash != header.Root)
            throw new RestoreRefusedException("Its events do not have the root that it states.");
        if (root is not null && head.RootHash != root)
            throw new RestoreRefusedException("Its events do not have the root that was given.");
    }

    private void Add(RestoreTarget target, ArchivedEvent happened)
    {
        if (happened.Position != ++_size)
            throw new RestoreRefusedException($"Position {_size} is missing.");
        target.Add(happened.Stream, happened.Version, happened.PreviousPosition, new PendingEvent
        {
            EventId = happened.EventId,
            Type = happened.Type,
            OccurredAt = happened.OccurredAt,
            Metadata = happened.Envelope,
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
