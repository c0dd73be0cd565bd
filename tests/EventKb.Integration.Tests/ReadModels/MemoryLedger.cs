using System.Security.Cryptography;
using System.Text;
using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.ReadModels;

/// <summary>A ledger in memory with a feed: what projections see, without the journal.</summary>
public sealed class MemoryLedger : EventFeed
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly List<LedgerEvent> _events = [];
    private readonly Dictionary<string, long> _versions = [];

    public int Size => _events.Count;

    public IReadOnlyList<LedgerEvent> Events => _events;

    public DateTimeOffset Now { get; private set; } = Start;

    public string Salt { get; init; } = "";

    public MemoryLedger Wait(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>Appends an event, a second after the one before; gives its position.</summary>
    public long Append(string stream, Event happened, Content? content = null, DateTimeOffset? occurredAt = null,
        string person = "RIGA/person/anna", string? reasonCode = null, string institution = "RIGA", string? command = null,
        Via via = Via.Api, PersonId? onBehalfOf = null, Duty? duty = null)
    {
        lock (_events)
        {
            Now += TimeSpan.FromSeconds(1);
            var position = _events.Count + 1L;
            var version = _versions[stream] = _versions.GetValueOrDefault(stream) + 1;
            var id = DerivedId.From("event", stream, $"{version}");
            var metadata = new EventMetadata(new PersonId(person), new InstitutionCode(institution), via, new CommandId(command ?? id), command ?? id,
                command ?? id, duty, onBehalfOf, ReasonCode: reasonCode);
            var recorded = new RecordedEvent(position, StreamId.Of(stream), version, id, happened, Now, occurredAt ?? Now, metadata, Seal(content));
            var leaf = SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt}{recorded.EventId}{recorded.OccurredAt.UtcTicks}{happened}"));
            _events.Add(new LedgerEvent(recorded, EventTypes.NameOf(happened), content, leaf));
            return position;
        }
    }

    /// <summary>Destroys an event's texts as the ledger does: the record stays, the text is gone for every later reader.</summary>
    public long Erase(long position)
    {
        lock (_events)
        {
            var erased = _events[(int)position - 1];
            var commitment = ((ContentSeal.Present)erased.Recorded.Content).Commitment;
            _events[(int)position - 1] = erased with
            {
                Content = null,
                Recorded = erased.Recorded with { Content = new ContentSeal.Erased(commitment) },
            };
            return Append($"RIGA/erasure/{position}", new ErasureEvent.ContentErased(position, erased.Recorded.Stream.Text, "GDPR art. 17"));
        }
    }

    public override ValueTask<LedgerHead> Head(CancellationToken cancellation = default)
    {
        lock (_events)
            return new(new LedgerHead("memory", _events.Count, Root(_events.Count), _events.LastOrDefault()?.Recorded.RecordedAt));
    }

    public override ValueTask<IReadOnlyList<LedgerEvent>> Read(long after, int most, CancellationToken cancellation = default)
    {
        lock (_events)
            return new(_events.Skip((int)after).Take(most).ToList());
    }

    public override ValueTask<IReadOnlyList<RecordedEvent>> Stream(StreamId stream, long toVersion, CancellationToken cancellation = default)
    {
        lock (_events)
            return new(_events.Select(e => e.Recorded).Where(e => e.Stream == stream && e.Version <= toVersion).ToList());
    }

    public override ValueTask<string> RootAt(long size, CancellationToken cancellation = default)
    {
        lock (_events)
            return new(Root((int)size));
    }

    public override Task Changed(long position, CancellationToken cancellation = default) => Task.Delay(5, cancellation);

    // Not RFC 9162, but as good here: any other prefix of leaves has another root.
    private string Root(int size) => size == 0 ? "" : Convert.ToHexStringLower(_events[size - 1].LeafHash.Span) + $"@{size}";

    private static ContentSeal Seal(Content? content)
    {
        if (content is null)
            return new ContentSeal.None();
        var (text, body) = content.Digests();
        return new ContentSeal.Present("c:" + text, text, body);
    }
}
