using EventKb.Ledger.Integrity;

namespace EventKb.Ledger.Archive;

/// <summary>The whole ledger as of one moment, a line for each row.</summary>
internal static class ArchiveLines
{
    private const int ReportEach = 1_000;

    public static IEnumerable<ArchiveLine> Of(LedgerSnapshot ledger, IProgress<long>? progress, CancellationToken cancellation)
    {
        var head = ledger.Head;
        yield return new ArchiveLine
        {
            Header = new(ArchiveHeader.CurrentFormat, head.Origin, head.Size, Convert.ToHexStringLower(head.Root()),
                PseudonymKey.Stored(ledger.PseudonymKey)),
        };
        foreach (var row in ledger.Events())
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Position % ReportEach == 0)
                progress?.Report(row.Position);
            yield return new ArchiveLine { Event = Of(row) };
        }

        var commands = 0L;
        foreach (var command in ledger.Commands())
        {
            commands++;
            yield return new ArchiveLine { Command = command };
        }

        yield return new ArchiveLine { End = new(commands) };
    }

    private static ArchivedEvent Of(StoredEvent row) =>
        new(row.Position, row.Stream, row.Version, row.PreviousPosition, row.EventId, row.Type, row.RecordedAt, row.OccurredAt,
            row.Metadata, row.Data, row.Commitment,
            row.Content is { IsErased: false } content ? new ArchivedContent(content.Salt, content.Bytes) : null);
}
