using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Governance;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>The sections of one kind of article, in order, as they hold in a view.</summary>
[Name("ArticleTemplate")]
internal sealed class ArticleTemplateAnswer(ArticleKind kind, ArticleTemplate template, bool isRequired, Language language)
{
    private static readonly Dictionary<string, string> Latvian = TextResources.Lines("sections-lv.tsv").Select(line => line.Split('\t'))
        .ToDictionary(parts => parts[0], parts => parts[1]);

    public string Name => template.Name;

    public ArticleKind Kind => kind;

    public bool Required => isRequired;

    public IEnumerable<ArticleTemplateSection> Sections => template.Sections.Select(section => new ArticleTemplateSection(section,
        language == Language.Latvian && Latvian.TryGetValue(section, out var said) ? said : English(section)));

    /// <summary>The templates that hold for an institution: its process's, and the guideline's for the kinds that it says nothing of.</summary>
    internal static async Task<IEnumerable<ArticleTemplateAnswer>> Of(Reading view, InstitutionCode institution)
    {
        var rules = await ProcessQueries.RulesInForce(view.Session, institution, RigaDays.Of(view.Pin.Valid), view.Pin.Position);
        return Enum.GetValues<ArticleKind>().Select(kind => (Kind: kind, Template: ArticleTemplate.For(kind, rules)))
            .Where(known => known.Template is not null)
            .Select(known => new ArticleTemplateAnswer(known.Kind, known.Template!, rules.RequireSections == true, view.Operation.Language));
    }

    private static string English(string section) => char.ToUpperInvariant(section[0]) + section[1..].Replace('-', ' ');
}

/// <summary>A section of a template.</summary>
internal sealed record ArticleTemplateSection(string Name, string Label);
