namespace EventKb.Ledger;

/// <summary>One command's events on their way into the ledger, stored together or not at all.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="FirstVersion">Version of the first event.</param>
/// <param name="PreviousPosition">Position of the stream's last event so far; 0 = none.</param>
/// <param name="CommandId">The command.</param>
/// <param name="Events">At least one event.</param>
/// <param name="MostWait">A write not begun within this time is dropped.</param>
public sealed record PendingWrite(string Stream, long FirstVersion, long PreviousPosition, string CommandId,
    IReadOnlyList<PendingEvent> Events, TimeSpan MostWait);

/// <summary>An event on its way into the ledger; position and time are filled in by the commit.</summary>
public sealed class PendingEvent
{
    /// <summary>Id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Stored type name with version.</summary>
    public required string Type { get; init; }

    /// <summary>When it became true, microseconds since the Unix epoch.</summary>
    public required long OccurredAt { get; init; }

    /// <summary>The envelope's JSON.</summary>
    public required byte[] Envelope { get; init; }

    /// <summary>The event's JSON.</summary>
    public required byte[] Data { get; init; }

    /// <summary>HMAC-SHA256 of the content under its salt; null where there is none.</summary>
    public byte[]? Commitment { get; init; }

    /// <summary>The texts; null where there are none.</summary>
    public StoredContent? Content { get; init; }

    /// <summary>Digests of envelope and data for the leaf, where they were made before the one writer takes the event.</summary>
    internal byte[]? Digests { get; init; }

    /// <summary>Position whose content is destroyed in the same transaction; 0 = none.</summary>
    public long Erases { get; init; }

    /// <summary>Its place in the ledger, once stored.</summary>
    public long Position { get; internal set; }

    /// <summary>When the ledger recorded it, microseconds since the Unix epoch, once stored.</summary>
    public long RecordedAt { get; internal set; }
}
