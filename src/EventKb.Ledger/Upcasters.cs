using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EventKb.Ledger;

/// <summary>How a stored version of a type becomes the next one. The stored bytes stay as they are.</summary>
internal static class Upcasters
{
    public static FrozenDictionary<string, Step> ByName { get; } = new Dictionary<string, Step>
    {
        ["knowledge-article.published/1"] = new("knowledge-article.published/2", PublishedNamesItsNextReview),
        ["knowledge-article.attached/1"] = new("knowledge-article.attached/2", FileHasANumber),
        ["knowledge-article.detached/1"] = new("knowledge-article.detached/2", FileHasANumber),
        ["knowledge-article.steward-set/1"] = new("knowledge-article.steward-set/2", GroupIsContent),
        ["knowledge-article.submitted-for-review/1"] = new("knowledge-article.submitted-for-review/2", SaysNoMore),
        ["knowledge-article.attached/2"] = new("knowledge-article.attached/3", SaysNoMore),
        ["knowledge-article.detached/2"] = new("knowledge-article.detached/3", SaysNoMore),
        ["knowledge-article.approved/1"] = new("knowledge-article.approved/2", SaysNoMore),
        ["institution.registered/1"] = new("institution.registered/2", SaysNoMore),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Version 1 called the day "reviewOn".</summary>
    private static JsonObject PublishedNamesItsNextReview(JsonObject stored)
    {
        if (stored.TryGetPropertyValue("reviewOn", out var day))
        {
            stored.Remove("reviewOn");
            stored["nextReviewOn"] = day;
        }

        return stored;
    }

    /// <summary>Version 1 named the file by its SHA-256 alone, so its number is made of that: the same wherever the file is named.</summary>
    private static JsonObject FileHasANumber(JsonObject stored)
    {
        stored["file"] = int.Parse(stored["sha256"]!.GetValue<string>().AsSpan(0, 7), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        stored.Remove("sha256");
        return stored;
    }

    /// <summary>Version 1 held the group's name itself (see <see cref="FormerTexts"/>).</summary>
    private static JsonObject GroupIsContent(JsonObject stored)
    {
        stored["group"] = stored["group"] is not null;
        return stored;
    }

    /// <summary>A member that the next version adds gets a value for events that do not have it.</summary>
    private static JsonObject SaysNoMore(JsonObject stored) => stored;

    /// <summary>One step, to the version named.</summary>
    public sealed record Step(string To, Func<JsonObject, JsonObject> Upcast);
}
