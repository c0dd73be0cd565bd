namespace EventKb.Ledger;

/// <summary>What is stored of an event wherever it stands, bytes as written; times are microseconds since the Unix epoch.</summary>
public abstract class EventRow
{
    /// <summary>Id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Stored type name with version.</summary>
    public required string Type { get; init; }

    /// <summary>When it became true.</summary>
    public required long OccurredAt { get; init; }

    /// <summary>The metadata's JSON.</summary>
    public required byte[] Metadata { get; init; }

    /// <summary>The event's JSON.</summary>
    public required byte[] Data { get; init; }

    /// <summary>HMAC-SHA256 of the content under its salt; null where the event has no content.</summary>
    public byte[]? Commitment { get; init; }

    /// <summary>
    /// The stored content; null where there is none or it was erased. Replay leaves salt and bytes empty.
    /// </summary>
    public StoredContent? Content { get; init; }
}

/// <summary>A row of the ledger.</summary>
public sealed class StoredEvent : EventRow
{
    /// <summary>Dense place in the ledger, from 1.</summary>
    public required long Position { get; init; }

    /// <summary>Id of the stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Place in the stream, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>Position of the stream's previous event; 0 for its first.</summary>
    public required long PreviousPosition { get; init; }

    /// <summary>When the ledger learned it.</summary>
    public required long RecordedAt { get; init; }

    /// <summary>Merkle leaf hash.</summary>
    public byte[] LeafHash { get; init; } = [];
}
