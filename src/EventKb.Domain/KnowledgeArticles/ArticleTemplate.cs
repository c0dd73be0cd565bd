namespace EventKb.Domain.KnowledgeArticles;

/// <summary>The sections of an article, in their order, and what they are called.</summary>
/// <param name="Name">Name that an article keeps: the process that lays it down as <c>stream@version</c>, or <see cref="GuidelineName"/>.</param>
/// <param name="Sections">Codes of the sections.</param>
public sealed record ArticleTemplate(string Name, ValueList<string> Sections)
{
    /// <summary>Name of the template that ships; another order or other sections would be another version.</summary>
    public const string GuidelineName = "guideline/1";

    /// <summary>
    /// The guideline's own (PU2-11): situācija, veiktās darbības, cēlonis, novēršanas gaita, rezultāts.
    /// </summary>
    public static ArticleTemplate Guideline { get; } =
        new(GuidelineName, ["situation", "actions-taken", "cause", "course-of-removal", "result"]);

    /// <summary>Kinds for which the guideline lays its sections down: knowledge of what broke.</summary>
    public static IReadOnlyList<ArticleKind> GuidelineKinds { get; } =
        [ArticleKind.IncidentResolution, ArticleKind.ProblemAnalysis, ArticleKind.KnownError];

    /// <summary>The template for a kind under the rules in force: the process's own, else the guideline's for its kinds; null = none.</summary>
    public static ArticleTemplate? For(ArticleKind kind, ProcessRules rules) =>
        rules.Templates.TryGetValue(kind.Code(), out var sections) ? new(rules.Source ?? "", sections)
        : GuidelineKinds.Contains(kind) ? Guideline : null;

    /// <summary>Sections of a text in this template's order; those that it does not know come after.</summary>
    internal ValueMap<string>? InOrder(ValueMap<string>? sections) => sections is null ? null
        : new([.. Sections.Where(sections.ContainsKey).Concat(sections.Keys.Except(Sections))
            .Select(name => KeyValuePair.Create(name, sections[name]))]);

    /// <summary>Sections that a text lacks, or leaves empty.</summary>
    internal IEnumerable<string> MissingIn(Content text) =>
        Sections.Where(section => text.Sections is null || !text.Sections.TryGetValue(section, out var said) || string.IsNullOrWhiteSpace(said));
}
