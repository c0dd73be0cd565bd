using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

/// <summary>An article has the sections of its template, in its order, and all of them where the process says so.</summary>
public sealed class FollowingATemplate
{
    private static readonly ProcessRules Strict = new() { RequireSections = true };

    private static readonly ProcessRules Own = Strict with
    {
        Templates = new Dictionary<string, ValueList<string>> { ["faq"] = ["question", "answer"] },
        Source = "RIGA/knowledge-process/1@4",
    };

    [Fact]
    public void The_guidelines_template_may_be_named_for_what_broke() => Article.Empty
        .When(Begun(ArticleKind.KnownError) with { Template = "guideline/1" })
        .Then(new Drafted(ArticleKind.KnownError, "lv", "guideline/1"));

    [Theory]
    [InlineData(ArticleKind.IncidentResolution, "guideline/2")]
    [InlineData(ArticleKind.Faq, "guideline/1")]
    [InlineData(ArticleKind.Faq, "RIGA/knowledge-process/1@4")]
    public void Another_template_does_not_exist(ArticleKind kind, string template) => Article.Empty
        .When(Begun(kind) with { Template = template }).ThenRejected("TEMPLATE_NOT_FOUND", "template");

    [Theory]
    [InlineData("RIGA/knowledge-process/1@4", null)]
    [InlineData("RIGA/knowledge-process/1@3", "TEMPLATE_NOT_FOUND")]
    [InlineData("guideline/1", "TEMPLATE_NOT_FOUND")]
    public void A_process_with_a_template_of_its_own_leaves_no_other(string template, string? refused)
    {
        var spec = Article.Empty.Under(Own).When(Begun(ArticleKind.Faq, "question", "answer") with { Template = template });
        if (refused is null)
            spec.Then(new Drafted(ArticleKind.Faq, "lv", template));
        else
            spec.ThenRejected(refused, "template");
    }

    [Fact]
    public void Sections_stand_in_the_order_of_the_template_whatever_order_they_came_in()
    {
        Article.Empty.When(Begun(ArticleKind.IncidentResolution, "result", "cause", "situation"))
            .ThenContent(content => Assert.Equal(["situation", "cause", "result"], content.Sections!.Keys));
        Article.Draft.When(new Revise(Texts("result", "actions-taken")))
            .ThenContent(content => Assert.Equal(["actions-taken", "result"], content.Sections!.Keys));
    }

    [Theory]
    [InlineData("situation", "actions-taken", "cause", "course-of-removal")]
    [InlineData]
    public void Nothing_may_be_left_out_where_the_process_says_so(params string[] sections) => Article.Empty.Under(Strict)
        .When(Begun(ArticleKind.IncidentResolution, sections)).ThenRejected("SECTIONS_MISSING", "sections");

    [Fact]
    public void A_revision_and_an_adaptation_may_leave_nothing_out_either()
    {
        Article.Draft.Under(Strict).When(new Revise(Texts("cause"))).ThenRejected("SECTIONS_MISSING", "sections");
        Article.Empty.Under(Strict).When(new Adopt(new ExactVersion("CESIS/knowledge-article/1", 1, 1), null, ArticleKind.ProblemAnalysis, "lv",
            Texts("cause"))).ThenRejected("SECTIONS_MISSING", "sections");
    }

    [Fact]
    public void An_empty_section_says_nothing() => Article.Empty.Under(Own)
        .When(Begun(ArticleKind.Faq, "question") with
        {
            Text = Article.Text(1) with { Sections = new Dictionary<string, string> { ["question"] = "Kas?", ["answer"] = " \n" } },
        }).ThenRejected("SECTIONS_MISSING", "sections");

    [Fact]
    public void Whole_articles_and_kinds_without_a_template_are_taken()
    {
        var all = ArticleTemplate.Guideline.Sections.ToArray();
        Article.Empty.Under(Strict).When(Begun(ArticleKind.IncidentResolution, all)).ThenContent(Texts(all));
        Article.Empty.Under(Strict).When(Begun(ArticleKind.Faq)).ThenContent(Texts());
    }

    private static Draft Begun(ArticleKind kind, params string[] sections) => new(kind, "lv", Texts(sections));

    private static Content Texts(params string[] sections) =>
        Article.Text(1) with { Sections = sections.ToDictionary(name => name, name => $"Par {name}") };
}
