using System.Security.Cryptography;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Ledger.Merkle;

namespace EventKb.Ledger.Integrity;

/// <summary>One event compared with itself – its leaf, its commitment, its digests – and what the checks over all events need of it.</summary>
internal sealed class CheckedEvent
{
    private const int SaltBytes = 32;

    private CheckedEvent(StoredEvent row) => Row = row;

    /// <summary>The event.</summary>
    public StoredEvent Row { get; }

    /// <summary>Its leaf hash, recomputed.</summary>
    public byte[] Leaf { get; } = new byte[MerkleHash.Size];

    /// <summary>Who acted, for whom and by which command; null where the metadata cannot be read.</summary>
    public EventMetadata? Metadata { get; private set; }

    /// <summary>Position whose content the event says was erased; 0 = none.</summary>
    public long Erases { get; private set; }

    /// <summary>What is wrong with it, or null.</summary>
    public LedgerDamagedException? Fault { get; private set; }

    /// <summary>Checks a row.</summary>
    public static CheckedEvent Of(string origin, StoredEvent row)
    {
        var done = new CheckedEvent(row);
        done.Fault = done.CheckLeaf(origin) ?? done.CheckContent() ?? done.ReadMeaning();
        return done;
    }

    private LedgerDamagedException? CheckLeaf(string origin)
    {
        try
        {
            Leaf1.Hash(origin, new LeafFields
            {
                Position = Row.Position,
                Stream = Row.Stream,
                Version = Row.Version,
                PreviousPosition = Row.PreviousPosition,
                EventId = Row.EventId,
                Type = Row.Type,
                RecordedAt = Row.RecordedAt,
                OccurredAt = Row.OccurredAt,
                Commitment = Row.Commitment,
                Metadata = Row.Metadata,
                Data = Row.Data,
            }, Leaf);
        }
        catch (Exception tooLong) when (tooLong is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            // A value longer than any that was ever written does not fit a leaf.
            return NotAsRecorded();
        }

        return Leaf.AsSpan().SequenceEqual(Row.LeafHash) ? null
            : NotAsRecorded();
    }

    private LedgerDamagedException? CheckContent()
    {
        if (Row.Content is not { } content)
            return null;
        if (Row.Commitment is not null && content is { IsErased: true, Salt.Length: SaltBytes })
            return content.IsZeros ? null : Wrong("content", $"The texts of position {Row.Position} are overwritten only in part.");
        if (Row.Commitment is null || content.Salt.Length != SaltBytes
            || !HMACSHA256.HashData(content.Salt, content.Bytes).AsSpan().SequenceEqual(Row.Commitment))
            return Wrong("content", $"The texts of position {Row.Position} are not those it was recorded with.");
        var (text, body) = JsonSerializer.Deserialize<Content>(content.Bytes, StoredJson.Options)!.Digests();
        return (text, body) == (content.TextDigest, content.BodySha256) ? null
            : Wrong("content", $"The digests of position {Row.Position} are not those of its texts.");
    }

    private LedgerDamagedException? ReadMeaning()
    {
        try
        {
            Metadata = RecordedEvents.ReadMetadata(Row.Metadata);
            if (EventTypes.Erasing.Contains(Row.Type) && EventTypes.Read(Row.Type, Row.Data) is IErasesTexts erased)
                Erases = erased.Position;
            return null;
        }
        catch (JsonException unreadable)
        {
            return Wrong("leaves", $"What is stored at position {Row.Position} cannot be read.", unreadable);
        }
    }

    private LedgerDamagedException NotAsRecorded() => Wrong("leaves", $"What is stored at position {Row.Position} is not what was recorded.");

    private static LedgerDamagedException Wrong(string check, Wording fact, Exception? inner = null) => new(check, fact, inner);
}
