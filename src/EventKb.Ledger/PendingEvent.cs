using System.Security.Cryptography;
using EventKb.Domain;
using EventKb.Ledger.Merkle;

namespace EventKb.Ledger;

/// <summary>An event on its way into the ledger; position and time are filled in by the commit.</summary>
public sealed class PendingEvent : EventRow
{
    /// <summary>Event whose texts are destroyed in the same transaction; the write is refused where there is no such event.</summary>
    public EventPlace? Erases { get; init; }

    /// <summary>Its place in the ledger, once stored.</summary>
    public long Position { get; internal set; }

    /// <summary>When the ledger recorded it, microseconds since the Unix epoch, once stored.</summary>
    public long RecordedAt { get; internal set; }

    /// <summary>Digests of metadata and data for the leaf, where they were made before the one writer takes the event.</summary>
    internal byte[]? Digests { get; private init; }

    /// <summary>What the bytes say, where it was decided here.</summary>
    internal (Event Event, EventMetadata Metadata, long PreviousPosition, StreamCommand By) Decided { get; private init; }

    /// <summary>Makes a command's events ready to be stored after the stream's last one (0 = none).</summary>
    internal static List<PendingEvent> Of(StreamId stream, IReadOnlyList<NewEvent> events, StreamCommand command, long previousPosition,
        Secrets secrets)
    {
        var context = command.Context;
        var ids = events.Select((_, i) => DerivedId.From("event", stream.ToString(), context.CommandId.Value, $"{i}")).ToArray();
        var contents = events.Select((next, i) => Keep(next.Content, ids[i], secrets)).ToArray();
        var metadata = MetadataOf(command, contents.FirstOrDefault(content => content is not null)?.Salt);
        var bytes = RecordedEvents.Write(metadata);
        var occurredAt = UnixMicroseconds.From(context.OccurredAt);
        var ready = new List<PendingEvent>(events.Count);
        foreach (var (i, next) in events.Index())
            ready.Add(Of(next, ids[i], bytes, occurredAt, contents[i], (next.Event, metadata, previousPosition, command)));
        return ready;
    }

    /// <summary>The record, once stored.</summary>
    internal RecordedEvent Recorded(StreamId stream, long version) => new(Position, stream, version, EventId, Decided.Event,
        UnixMicroseconds.ToTime(RecordedAt), UnixMicroseconds.ToTime(OccurredAt), Decided.Metadata,
        RecordedEvents.SealOf(Commitment, Content));

    private static EventMetadata MetadataOf(StreamCommand command, byte[]? salt)
    {
        var by = command.Context;
        return new(by.Person, by.Institution, by.Via, by.CommandId, by.CausationId, by.CorrelationId, by.Duty, by.OnBehalfOf,
            by.AuthorisedBy, by.ReasonCode, by.Rules.Source, command.DigestUnder(salt), by.SentBy, by.PlannedFor,
            command.RefersTo.Count == 0 ? null : command.RefersTo.Max(), by.Policy);
    }

    private static PendingEvent Of(NewEvent next, string id, byte[] metadata, long occurredAt, StoredContent? content,
        (Event, EventMetadata, long, StreamCommand) decided)
    {
        var data = EventTypes.Write(next.Event);
        var digests = new byte[2 * MerkleHash.Size];
        Leaf1.Digest(metadata, data, digests);
        return new PendingEvent
        {
            EventId = id,
            Type = EventTypes.NameOf(next.Event),
            OccurredAt = occurredAt,
            Metadata = metadata,
            Data = data,
            Digests = digests,
            Commitment = content is null ? null : HMACSHA256.HashData(content.Salt, content.Bytes),
            Content = content,
            Erases = next.Erases,
            Decided = decided,
        };
    }

    private static StoredContent? Keep(Content? texts, string eventId, Secrets secrets)
    {
        if (texts is null || texts.IsEmpty)
            return null;
        var (text, body) = texts.Digests();
        return new StoredContent(text, body, secrets.Salt(eventId), RecordedEvents.Write(texts));
    }
}
