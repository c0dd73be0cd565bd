using System.Text;
using System.Text.RegularExpressions;

namespace EventKb.Domain.KnowledgeArticles;

/// <summary>Rules about the form of input: each gives the rejection, or null where nothing is wrong.</summary>
internal static partial class ArticleInput
{
    public static Rejection? Text(Content text, ArticleKind kind, ProcessRules rules)
    {
        if ((Form.Line("title", text.Title) ?? Form.AtMost("summary", text.Summary, Limits.Summary)
            ?? Form.WellFormed("body", text.Body)) is { } wrong)
            return wrong;
        var bytes = text.Body is null ? 0L : Encoding.UTF8.GetByteCount(text.Body);
        foreach (var (name, section) in text.Sections ?? [])
        {
            if (Section(name, kind, rules) is { } unknown)
                return unknown;
            if (Form.WellFormed("sections", section) is { } malformed)
                return malformed;
            bytes += Encoding.UTF8.GetByteCount(section);
        }

        if (rules.RequireSections == true && ArticleTemplate.For(kind, rules)?.MissingIn(text).ToList() is { Count: > 0 } missing)
            return KnowledgeArticleRejections.SectionsMissing(missing);
        return bytes <= Limits.BodyBytes ? null : Rejection.Invalid("body",
            $"Body and sections have {bytes} bytes of UTF-8; at most {Limits.BodyBytes} are allowed.");
    }

    /// <summary>A template that is named must be the one in force for the kind.</summary>
    public static Rejection? Template(string? name, ArticleKind kind, ProcessRules rules) =>
        name is null || ArticleTemplate.For(kind, rules)?.Name == name ? null
            : KnowledgeArticleRejections.TemplateNotFound(name, ArticleTemplate.For(kind, rules));

    /// <summary>Only the texts of an article out of the input, with the sections in the order of the template.</summary>
    public static Content Texts(Content text, ArticleKind kind, ProcessRules rules) => new()
    {
        Title = text.Title,
        Summary = text.Summary,
        Body = text.Body,
        Sections = Known(kind, rules).InOrder(text.Sections),
    };

    public static Rejection? Language(string? language) =>
        language is { Length: <= 35 } && LanguagePattern().IsMatch(language)
            ? null
            : Rejection.Invalid("language", "The language is not a BCP 47 code such as 'lv' or 'en-GB'.");

    public static Rejection? AudienceSection(string name, ArticleKind kind, ProcessRules rules) =>
        ArticleTemplate.Guideline.Sections.Contains(name) ? null : Section(name, kind, rules);

    /// <summary>Whose sections a text may have: without a template of the kind, the guideline's.</summary>
    private static ArticleTemplate Known(ArticleKind kind, ProcessRules rules) => ArticleTemplate.For(kind, rules) ?? ArticleTemplate.Guideline;

    private static Rejection? Section(string name, ArticleKind kind, ProcessRules rules)
    {
        var known = Known(kind, rules).Sections;
        return known.Contains(name)
            ? null
            : Rejection.Invalid("sections", $"There is no such section; the sections are: {string.Join(", ", known)}.");
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\z")]
    private static partial Regex LanguagePattern();
}
