namespace EventKb.Server.GraphQL.Http;

/// <summary>Languages that messages come in; codes are the same in all of them.</summary>
internal enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Latviešu.</summary>
    Latvian,
}

/// <summary>Reads the language out of a request, or out of an operator's environment.</summary>
internal static class Languages
{
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The operator's, by the first of LC_ALL, LC_MESSAGES and LANG that says anything.</summary>
    public static Language OfOperator(Func<string, string?> variable) =>
        LocaleVariables.Select(variable).FirstOrDefault(locale => !string.IsNullOrEmpty(locale))
            ?.StartsWith("lv", StringComparison.OrdinalIgnoreCase) == true ? Language.Latvian : Language.English;

    /// <summary>A language as HTML and HTTP have it.</summary>
    public static string Code(Language language) => language == Language.Latvian ? "lv" : "en";

    /// <summary>The first of our languages in Accept-Language; English where it names none.</summary>
    public static Language Of(HttpRequest request)
    {
        foreach (var wanted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (wanted.Quality == 0)
                continue;
            if (wanted.Value.StartsWith("lv", StringComparison.OrdinalIgnoreCase))
                return Language.Latvian;
            if (wanted.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) || wanted.Value == "*")
                return Language.English;
        }

        return Language.English;
    }
}
