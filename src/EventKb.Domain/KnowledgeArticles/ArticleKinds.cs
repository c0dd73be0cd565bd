using System.Text.Json;

namespace EventKb.Domain.KnowledgeArticles;

/// <summary>Names of the kinds as rules and stored events write them.</summary>
public static class ArticleKinds
{
    private static readonly Dictionary<ArticleKind, string> Names =
        Enum.GetValues<ArticleKind>().ToDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    /// <summary>The kind's name in kebab case, for example <c>known-error</c>.</summary>
    public static string Name(this ArticleKind kind) => Names[kind];
}
