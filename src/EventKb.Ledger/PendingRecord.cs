using System.Security.Cryptography;
using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Ledger.Merkle;

namespace EventKb.Ledger;

/// <summary>What the actor hands its journal: an event made ready for storing, and back again with its receipt.</summary>
internal sealed class PendingRecord
{
    private readonly Envelope _envelope;
    private readonly DateTimeOffset _occurredAt;

    private PendingRecord(Event happened, Envelope envelope, DateTimeOffset occurredAt, long previousPosition,
        PendingEvent stored) =>
        (Event, _envelope, _occurredAt, PreviousPosition, Stored) = (happened, envelope, occurredAt, previousPosition, stored);

    public Event Event { get; }

    public string CommandId => _envelope.CommandId.Value;

    /// <summary>Position of the stream's last event before the command; 0 = none.</summary>
    public long PreviousPosition { get; }

    public PendingEvent Stored { get; }

    /// <summary>Makes a command's events ready.</summary>
    public static List<PendingRecord> From(string stream, IReadOnlyList<NewEvent> events, CommandContext context,
        long previousPosition, Secrets secrets)
    {
        var envelope = new Envelope(context.Person, context.Institution, context.Via, context.CommandId, context.CausationId,
            context.CorrelationId, context.Duty, context.OnBehalfOf, context.AuthorisedBy, context.ReasonCode,
            context.Rules.Source);
        var envelopeBytes = RecordedEvents.Write(envelope);
        var occurredAt = UnixMicroseconds.Truncate(context.OccurredAt);
        var ready = new List<PendingRecord>(events.Count);
        foreach (var (happened, content) in events)
        {
            var id = DerivedId.From("event", stream, context.CommandId.Value, ready.Count.ToString(Invariant));
            ready.Add(new PendingRecord(happened, envelope, occurredAt, previousPosition,
                Store(id, happened, Keep(content, id, secrets), envelopeBytes, occurredAt)));
        }

        return ready;
    }

    /// <summary>The record, once stored.</summary>
    public Recorded Recorded(StreamId stream, long version) => new(Stored.Position, stream, version, Stored.EventId, Event,
        UnixMicroseconds.ToTime(Stored.RecordedAt), _occurredAt, _envelope,
        RecordedEvents.SealOf(Stored.Commitment, Stored.Content));

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static PendingEvent Store(string id, Event happened, StoredContent? content, byte[] envelope,
        DateTimeOffset occurredAt)
    {
        var data = EventTypes.Write(happened);
        var digests = new byte[2 * MerkleHash.Size];
        Leaf1.Digest(envelope, data, digests);
        return new PendingEvent
        {
            EventId = id,
            Type = EventTypes.NameOf(happened),
            OccurredAt = UnixMicroseconds.From(occurredAt),
            Envelope = envelope,
            Data = data,
            Digests = digests,
            Commitment = content is null ? null : HMACSHA256.HashData(content.Salt, content.Bytes),
            Content = content,
            Erases = happened is ErasureEvent.ContentErased erased ? erased.Position : 0,
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
