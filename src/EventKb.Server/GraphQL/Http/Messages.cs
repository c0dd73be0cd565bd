using System.Collections.Frozen;
using EventKb.Domain;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.GraphQL.Http;

/// <summary>Messages in the reader's language, from the tables beside the features.</summary>
/// <remarks>A line is the English format and the Latvian one, separated by a tab, with the same placeholders; \n begins a new line.</remarks>
internal static class Messages
{
    /// <summary>Latvian formats by the English ones.</summary>
    internal static FrozenDictionary<string, string> Latvian { get; } = Table("messages-lv.tsv");

    /// <summary>What errors of the GraphQL library mean, by code; what the library says in English follows.</summary>
    internal static FrozenDictionary<string, string> LatvianByCode { get; } = Table("errors-lv.tsv");

    public static string Of(Wording wording, Language language) =>
        language == Language.Latvian ? wording.In(format => Latvian.GetValueOrDefault(format, format)) : wording.ToString();

    public static string Of(Rejection rejection, Language language) => Of(rejection.Words, language);

    public static string OfLibrary(string code, string detail, Language language) =>
        language == Language.Latvian && LatvianByCode.TryGetValue(code, out var meaning) ? $"{meaning} {detail}" : detail;

    private static FrozenDictionary<string, string> Table(string name) => TextResources.Lines(name)
        .Select(line => line.Replace(@"\n", "\n", StringComparison.Ordinal).Split('\t')).ToFrozenDictionary(parts => parts[0], parts => parts[1]);
}
