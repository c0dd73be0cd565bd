using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class AdoptingAnArticle
{
    private static readonly Adopt Adoption =
        new(Article.Other, "liepaja.example/kb", ArticleKind.KnownError, "lv", Article.Text(1));

    [Fact]
    public void Makes_revision_1_with_its_origin() => Article.Empty.When(Adoption)
        .Then(new Adopted(Article.Other, "liepaja.example/kb", ArticleKind.KnownError, "lv"))
        .ThenContent(Article.Text(1));

    [Fact]
    public void Goes_on_as_any_draft() =>
        Article.Empty.When(Adoption).When(new SubmitForReview(1)).Then(new SubmittedForReview(1));

    [Fact]
    public void Is_refused_when_the_article_exists() => Article.Draft.When(Adoption).ThenRejected("ARTICLE_ALREADY_EXISTS");

    [Theory]
    [InlineData("RIGA/control/2", 1, 1)]
    [InlineData("nothing", 1, 1)]
    [InlineData("RIGA/knowledge-article/2", 0, 1)]
    [InlineData("RIGA/knowledge-article/2", 1, 0)]
    public void Is_refused_when_it_names_no_exact_version(string article, int revision, long position) => Article.Empty
        .When(Adoption with { From = new(article, revision, position) }).ThenRejected("INVALID_INPUT", "from");

    [Fact]
    public void Is_refused_when_its_texts_are_wrong() => Article.Empty
        .When(Adoption with { Text = new Content() }).ThenRejected("INVALID_INPUT", "title");

    [Fact]
    public void Is_refused_when_the_origin_is_too_long() => Article.Empty
        .When(Adoption with { Origin = new string('x', Limits.Title + 1) }).ThenRejected("INVALID_INPUT", "origin");

    [Fact]
    public void Is_refused_when_the_language_is_no_code() => Article.Empty
        .When(Adoption with { Language = "?" }).ThenRejected("INVALID_INPUT", "language");
}
