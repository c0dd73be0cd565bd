using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class RevisingAnArticle
{
    [Fact]
    public void Makes_the_next_revision() => Article.Draft.When(new Revise(Article.Text(2)))
        .Then(new Revised(2)).ThenContent(Article.Text(2));

    [Fact]
    public void Makes_a_revision_of_the_same_texts_only_so_that_its_files_can_change()
    {
        var spec = Article.Published.When(new Revise(Article.Text(1))).ThenNothing();
        spec.When(new Revise(Article.Text(1), ForFiles: true)).Then(new Revised(2));
        spec.When(new Revise(Article.Text(1), ForFiles: true)).ThenNothing();
        spec.When(new Attach(new string('a', 64), 1, "text/plain", "a.txt")).Then(new Attached(1, 1, "text/plain", 2));
        Assert.Equal(1, spec.Article().Published);
        Article.ProvisionallyPublished.When(new Revise(Article.Text(2), ForFiles: true)).Then(new Revised(3));
        Article.Draft.When(new Revise(Article.Text(1), ForFiles: true)).ThenNothing();
    }

    [Fact]
    public void Adds_nothing_when_the_texts_are_the_same() => Article.Draft.When(new Revise(Article.Text(1))).ThenNothing();

    [Fact]
    public void Makes_a_revision_when_the_same_texts_were_erased() => Article.Empty
        .GivenErased(new Drafted(ArticleKind.Faq, "lv"), Article.Text(1))
        .When(new Revise(Article.Text(1))).Then(new Revised(2));

    [Fact]
    public void Leaves_the_published_revision_in_use()
    {
        var spec = Article.Published.When(new Revise(Article.Text(2))).Then(new Revised(2));
        var article = spec.Article();
        Assert.Equal((ArticleState.Published, 1, 2), (article.Lifecycle, article.Published, article.Latest.Number));
    }

    [Fact]
    public void Takes_the_article_back_to_draft_when_the_latest_was_in_review()
    {
        var spec = Article.InReview.When(new Revise(Article.Text(2))).Then(new Revised(2));
        Assert.Equal(ArticleState.Draft, spec.Article().Lifecycle);
    }

    [Fact]
    public void Is_refused_when_the_texts_are_wrong() =>
        Article.Draft.When(new Revise(new Content())).ThenRejected("INVALID_INPUT", "title");

    [Fact]
    public void Is_refused_on_an_imported_article_so_that_the_mirror_stays_exact() =>
        Article.Imported.When(new Revise(Article.Text(2))).ThenRejected("ARTICLE_IMPORTED");

    [Fact]
    public void Keeps_the_reason_in_words_apart_from_the_texts_compared() => Assert.Equal(
        Article.Text(1).Digests(), (Article.Text(1) with { Reason = "kāpēc" }).Digests());
}
