using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class DraftingAnArticle
{
    private static readonly Draft Disk = new(ArticleKind.IncidentResolution, "lv", Article.Text(1));

    private static readonly ProcessRules WithTemplate = new()
    {
        Source = "RIGA/knowledge-process/1@4",
        Templates = new Dictionary<string, ValueList<string>> { ["incident-resolution"] = ["situation", "result"] },
    };

    [Fact]
    public void Makes_revision_1() => Article.Empty.When(Disk)
        .Then(new Drafted(ArticleKind.IncidentResolution, "lv"))
        .ThenContent(Article.Text(1));

    [Fact]
    public void Keeps_only_an_articles_texts() => Article.Empty
        .When(Disk with { Text = Article.Text(1) with { Comment = "no", Reason = "no", FileName = "no" } })
        .ThenContent(Article.Text(1));

    [Fact]
    public void Is_refused_when_the_article_exists() => Article.Draft.When(Disk).ThenRejected("ARTICLE_ALREADY_EXISTS");

    [Fact]
    public void Names_the_template_in_force() => Article.Empty.Under(WithTemplate)
        .When(Disk with { Text = WithSection("situation", "Nestrādā") })
        .Then(new Drafted(ArticleKind.IncidentResolution, "lv", "RIGA/knowledge-process/1@4"));

    [Fact]
    public void Is_refused_when_a_section_is_not_in_the_template() => Article.Empty.Under(WithTemplate)
        .When(Disk with { Text = WithSection("cause", "Vecs disks") })
        .ThenRejected("INVALID_INPUT", "sections");

    [Theory]
    [InlineData("situation")]
    [InlineData("actions-taken")]
    [InlineData("cause")]
    [InlineData("course-of-removal")]
    [InlineData("result")]
    public void Knows_the_guidelines_sections_without_a_template(string name) => Article.Empty
        .When(Disk with { Text = WithSection(name, "teksts") })
        .ThenContent(WithSection(name, "teksts"));

    [Fact]
    public void Is_refused_when_a_section_is_unknown() => Article.Empty
        .When(Disk with { Text = WithSection("Situation", "x") }).ThenRejected("INVALID_INPUT", "sections");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    public void Is_refused_without_a_title_of_one_line(string? title) => Article.Empty
        .When(Disk with { Text = new Content { Title = title } }).ThenRejected("INVALID_INPUT", "title");

    [Fact]
    public void Takes_a_title_as_long_as_can_be_and_no_longer()
    {
        var longest = new Content { Title = new string('ā', Limits.Title) };
        Article.Empty.When(Disk with { Text = longest }).Then(new Drafted(ArticleKind.IncidentResolution, "lv"));
        Article.Empty.When(Disk with { Text = longest with { Title = longest.Title + "ā" } })
            .ThenRejected("INVALID_INPUT", "title");
    }

    [Fact]
    public void Is_refused_when_the_summary_is_too_long() => Article.Empty
        .When(Disk with { Text = Article.Text(1) with { Summary = new string('x', Limits.Summary + 1) } })
        .ThenRejected("INVALID_INPUT", "summary");

    [Fact]
    public void Counts_body_and_sections_in_bytes_of_utf8()
    {
        var text = WithSection("cause", "ā") with { Body = new string('x', Limits.BodyBytes - 2) };
        Article.Empty.When(Disk with { Text = text }).Then(new Drafted(ArticleKind.IncidentResolution, "lv"));
        Article.Empty.When(Disk with { Text = text with { Body = text.Body + "x" } }).ThenRejected("INVALID_INPUT", "body");
    }

    [Theory]
    [InlineData("body")]
    [InlineData("summary")]
    [InlineData("sections")]
    public void Is_refused_when_a_text_is_not_well_formed(string field)
    {
        const string Lone = "a\ud800b";
        var text = field switch
        {
            "body" => Article.Text(1) with { Body = Lone },
            "summary" => Article.Text(1) with { Summary = Lone },
            _ => WithSection("cause", Lone),
        };
        Article.Empty.When(Disk with { Text = text }).ThenRejected("INVALID_INPUT", field);
    }

    [Fact]
    public void Takes_characters_beyond_the_basic_plane() => Article.Empty
        .When(Disk with { Text = Article.Text(1) with { Body = "🔥 deg" } })
        .Then(new Drafted(ArticleKind.IncidentResolution, "lv"));

    [Theory]
    [InlineData("")]
    [InlineData("LV")]
    [InlineData("latviešu")]
    [InlineData("lv\n")]
    [InlineData("lv-")]
    public void Is_refused_when_the_language_is_no_code(string language) => Article.Empty
        .When(Disk with { Language = language }).ThenRejected("INVALID_INPUT", "language");

    [Fact]
    public void Is_refused_when_the_template_is_too_long() => Article.Empty
        .When(Disk with { Template = new string('x', Limits.Tag + 1) }).ThenRejected("INVALID_INPUT", "template");

    private static Content WithSection(string name, string text) =>
        Article.Text(1) with { Sections = new Dictionary<string, string> { [name] = text } };
}
