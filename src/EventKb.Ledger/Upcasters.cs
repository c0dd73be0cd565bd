using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace EventKb.Ledger;

/// <summary>How a stored version of a type becomes the next one. The stored bytes stay as they are.</summary>
internal static class Upcasters
{
    public static FrozenDictionary<string, Step> ByName { get; } = new Dictionary<string, Step>
    {
        ["knowledge-article.published/1"] = new("knowledge-article.published/2", PublishedNamesItsNextReview),
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

    /// <summary>One step, to the version named.</summary>
    public sealed record Step(string To, Func<JsonObject, JsonObject> Upcast);
}
