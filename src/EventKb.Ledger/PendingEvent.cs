using System.Globalization;
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

    /// <summary>Digests of envelope and data for the leaf, where they were made before the one writer takes the event.</summary>
    internal byte[]? Digests { get; private init; }

    /// <summary>What the bytes say, where it was decided here.</summary>
    internal (Event Event, Envelope Envelope, long PreviousPosition, ReadAt? By) Decided { get; private init; }

    /// <summary>Makes a command's events ready to be stored after the stream's last one (0 = none).</summary>
    internal static List<PendingEvent> Of(StreamId stream, IReadOnlyList<NewEvent> events, StreamCommand command, long previousPosition,
        Secrets secrets)
    {
        var context = command.Context;
        var envelope = new Envelope(context.Person, context.Institution, context.Via, context.CommandId, context.CausationId,
            context.CorrelationId, context.Duty, context.OnBehalfOf, context.AuthorisedBy, context.ReasonCode,
            context.Rules.Source);
        var bytes = RecordedEvents.Write(envelope);
        var occurredAt = UnixMicroseconds.From(context.OccurredAt);
        var ready = new List<PendingEvent>(events.Count);
        foreach (var next in events)
        {
            var id = DerivedId.From("event", stream.ToString(), context.CommandId.Value, ready.Count.ToString(CultureInfo.InvariantCulture));
            ready.Add(Of(next, id, bytes, occurredAt, Keep(next.Content, id, secrets), (next.Event, envelope, previousPosition, command.RulesAt)));
        }

        return ready;
    }

    /// <summary>The record, once stored.</summary>
    internal Recorded Recorded(StreamId stream, long version) => new(Position, stream, version, EventId, Decided.Event,
        UnixMicroseconds.ToTime(RecordedAt), UnixMicroseconds.ToTime(OccurredAt), Decided.Envelope,
        RecordedEvents.SealOf(Commitment, Content));

    private static PendingEvent Of(NewEvent next, string id, byte[] envelope, long occurredAt, StoredContent? content,
        (Event, Envelope, long, ReadAt?) decided)
    {
        var data = EventTypes.Write(next.Event);
        var digests = new byte[2 * MerkleHash.Size];
        Leaf1.Digest(envelope, data, digests);
        return new PendingEvent
        {
            EventId = id,
            Type = EventTypes.NameOf(next.Event),
            OccurredAt = occurredAt,
            Envelope = envelope,
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
