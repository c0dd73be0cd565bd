using System.Text.Json;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// What version 1 of some types held in their structure and later versions hold in their content; it is read as if it stood there.
/// </summary>
internal static class FormerTexts
{
    /// <summary>The event's texts, with those that stand in its structure; null where it has none or they were erased.</summary>
    public static Content? With(StoredEvent row, Content? kept) =>
        IsErased(row) || Of(row) is not { } former ? kept
        : (kept ?? new Content()) with { FileSha256 = former.FileSha256, Steward = former.Steward };

    /// <summary>What a state machine may know of them.</summary>
    public static ContentSeal Seal(StoredEvent row, ContentSeal kept)
    {
        if (IsErased(row) || Of(row) is not { } former)
            return kept;
        var (text, file) = former.Digests();
        return new ContentSeal.Present((kept as ContentSeal.Present)?.Commitment ?? "", text, file);
    }

    private static bool IsErased(StoredEvent row) => row is { Commitment: not null, Content: null };

    private static Content? Of(StoredEvent row) => row.Type switch
    {
        "knowledge-article.attached/1" => new Content { FileSha256 = Text(row, "sha256") },
        "knowledge-article.steward-set/1" when Text(row, "group") is { } group => new Content { Steward = group },
        _ => null,
    };

    private static string? Text(StoredEvent row, string name)
    {
        using var json = JsonDocument.Parse(row.Data);
        return json.RootElement.TryGetProperty(name, out var text) ? text.GetString() : null;
    }
}
