using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>From stored rows to records.</summary>
internal static class RecordedEvents
{
    private static readonly JsonTypeInfo<EventMetadata> MetadataShape =
        (JsonTypeInfo<EventMetadata>)StoredJson.Options.GetTypeInfo(typeof(EventMetadata));
    private static readonly JsonTypeInfo<Content> ContentShape =
        (JsonTypeInfo<Content>)StoredJson.Options.GetTypeInfo(typeof(Content));

    public static byte[] Write(EventMetadata metadata) => JsonSerializer.SerializeToUtf8Bytes(metadata, MetadataShape);

    public static byte[] Write(Content content) => JsonSerializer.SerializeToUtf8Bytes(content, ContentShape);

    public static EventMetadata ReadMetadata(ReadOnlySpan<byte> stored) => JsonSerializer.Deserialize(stored, MetadataShape)!;

    public static RecordedEvent Of(StoredEvent row) => new(
        row.Position,
        StreamId.Of(row.Stream),
        row.Version,
        row.EventId,
        EventTypes.Read(row.Type, row.Data),
        UnixMicroseconds.ToTime(row.RecordedAt),
        UnixMicroseconds.ToTime(row.OccurredAt),
        ReadMetadata(row.Metadata),
        FormerTexts.Seal(row, SealOf(row.Commitment, row.Content)));

    public static LedgerEvent WithTexts(StoredEvent row)
    {
        var kept = row.Content is null ? null : JsonSerializer.Deserialize(row.Content.Bytes, ContentShape);
        return new(Of(row), row.Type, FormerTexts.With(row, kept), row.LeafHash);
    }

    public static ContentSeal SealOf(byte[]? commitment, StoredContent? kept) => (commitment, kept) switch
    {
        (null, _) => new ContentSeal.None(),
        (_, null) => new ContentSeal.Erased(Convert.ToHexStringLower(commitment)),
        _ => new ContentSeal.Present(Convert.ToHexStringLower(commitment), kept.TextDigest, kept.BodySha256),
    };
}
