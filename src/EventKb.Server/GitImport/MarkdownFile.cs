using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>What a Markdown file says about itself, beside its text.</summary>
/// <param name="Title">Title: of the front matter, else the first heading, else the file's name.</param>
/// <param name="Kind">Kind of article.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Steward">Who keeps it up, where it says so.</param>
/// <param name="NextReviewOn">When it is to be reviewed, where it says so.</param>
/// <param name="Author">Who wrote it, where the map has a key for that and the file says so.</param>
internal sealed record MarkdownFile(string Title, ArticleKind Kind, string Language, string? Steward, DateOnly? NextReviewOn, string? Author = null)
{
    /// <summary>Reads a file; <paramref name="titlePath"/> is the path whose name stands in for a missing title.</summary>
    public static MarkdownFile Read(string text, string titlePath, string language, ImportMap? map = null)
    {
        var head = FrontMatter.Of(text);
        map ??= ImportMap.None;
        var title = head.Value(map.Title, "title") ?? Heading(text[head.Length..]) ?? NameOf(titlePath);
        return new MarkdownFile(
            Cut(title, Limits.Title),
            Known(head.Value(map.Kind, "kind", "type")),
            head.Value(map.Language, "language", "lang") is { } said && KnowledgeArticle.IsLanguage(said) ? said : language,
            head.Value(map.Steward, "steward", "owner", "maintainer", "uzturetajs", "uzturētājs") is { } steward
                ? Cut(steward, Limits.Tag)
                : null,
            head.Day(map.ReviewOn, map.DateFormat, "reviewdate", "nextreview", "nextreviewon", "reviewby", "reviewon", "review"),
            map.Author is { } key && head.Value(key) is { } author ? Cut(author, Limits.Title) : null);
    }

    /// <summary>The file's name; one that is nothing but an ending names itself.</summary>
    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : Path.GetFileName(path);

    private static string? Heading(string text)
    {
        var fenced = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart('\uFEFF');
            if (trimmed.TrimStart().StartsWith("```") || trimmed.TrimStart().StartsWith("~~~"))
                fenced = !fenced;
            else if (!fenced && trimmed.StartsWith("# ") && trimmed[2..].Trim().TrimEnd('#').Trim() is { IsEmpty: false } heading)
                return heading.ToString();
        }

        return null;
    }

    private static ArticleKind Known(string? kind) =>
        Enum.TryParse<ArticleKind>(kind?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known)
            && Enum.IsDefined(known)
            && !char.IsAsciiDigit(kind![0])
            ? known
            : ArticleKind.IncidentResolution;

    /// <summary>A longer text is cut, not refused: the whole of it stays in the body.</summary>
    private static string Cut(string text, int most)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return CommitMessage.Cut(plain, most);
    }
}
