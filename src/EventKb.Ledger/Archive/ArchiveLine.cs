using EventKb.Ledger.Integrity;

namespace EventKb.Ledger.Archive;

/// <summary>One line of an export: exactly one of its members is set (schema/ledger/export-2.md).</summary>
internal sealed record ArchiveLine
{
    public ArchiveHeader? Header { get; init; }

    public ArchivedEvent? Event { get; init; }

    public CommandRun? Command { get; init; }

    public ArchiveEnd? End { get; init; }
}

/// <summary>The first line: what the export claims to be.</summary>
internal sealed record ArchiveHeader(string Format, string Origin, long Size, string Root, byte[] PseudonymKey)
{
    public const string CurrentFormat = "eventkb-ledger-export/2";
}

/// <summary>A row of the ledger with its content; bytes are base64.</summary>
internal sealed record ArchivedEvent(long Position, string Stream, long Version, long PreviousPosition, string EventId,
    string Type, long RecordedAt, long OccurredAt, byte[] Envelope, byte[] Data, byte[]? Commitment, ArchivedContent? Content);

/// <summary>The content that is kept.</summary>
internal sealed record ArchivedContent(byte[] Salt, byte[] Bytes);

/// <summary>The last line; an export without it was cut off.</summary>
internal sealed record ArchiveEnd(long Commands);
