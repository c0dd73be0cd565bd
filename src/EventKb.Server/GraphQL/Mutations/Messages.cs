using System.Collections.Frozen;
using EventKb.Domain;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>Rejections in the reader's language; the code is the same in all of them.</summary>
internal static class Messages
{
    private static readonly FrozenDictionary<string, string> Latvian = TextResources.Lines("messages-lv.tsv")
        .Select(line => line.Split('\t')).ToFrozenDictionary(parts => parts[0], parts => parts[1]);

    /// <summary>Codes that have a Latvian message.</summary>
    internal static IEnumerable<string> Codes => Latvian.Keys;

    public static string Of(Rejection rejection, Language language)
    {
        if (language == Language.Latvian && Latvian.TryGetValue(rejection.Code, out var message))
            return rejection.Field is null ? message : $"{message} Lauks: {rejection.Field}.";
        return $"{rejection.Fact} {rejection.Remedy}";
    }
}
