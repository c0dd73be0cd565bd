using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class ReviewingARevision
{
    private static readonly Approve Approval = new(1, Article.CommitmentOf(1));

    [Fact]
    public void Begins_when_it_is_submitted()
    {
        var spec = Article.Draft.When(new SubmitForReview(1)).Then(new SubmittedForReview(1));
        Assert.Equal(ArticleState.InReview, spec.Article().Lifecycle);
    }

    [Fact]
    public void Is_not_begun_twice() => Article.InReview.When(new SubmitForReview(1)).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Needs_a_revision_that_exists(int revision)
    {
        Article.InReview.When(new SubmitForReview(revision)).ThenRejected("REVISION_NOT_FOUND", "revision");
        Article.InReview.When(new RequestChanges(revision, "Kāpēc?")).ThenRejected("REVISION_NOT_FOUND", "revision");
        Article.InReview.When(new Approve(revision, "c")).ThenRejected("REVISION_NOT_FOUND", "revision");
    }

    [Fact]
    public void Is_of_the_latest_revision_only()
    {
        var spec = Article.InReview.Given(new Revised(2), Article.Text(2));
        spec.When(new SubmitForReview(1)).ThenRejected("NOT_LATEST_REVISION", "revision");
        spec.By(Spec.Berta).When(Approval).ThenRejected("NOT_LATEST_REVISION", "revision");
    }

    [Fact]
    public void Is_over_once_approved() => Article.Approved.When(new SubmitForReview(1)).ThenRejected("NOT_A_DRAFT", "revision");

    [Fact]
    public void Is_not_begun_for_a_published_import() =>
        Article.Imported.When(new SubmitForReview(1)).ThenRejected("NOT_A_DRAFT", "revision");

    [Fact]
    public void Is_refused_when_the_texts_were_erased()
    {
        var erased = Article.Empty.GivenErased(new Drafted(ArticleKind.Faq, "lv"), Article.Text(1));
        erased.When(new SubmitForReview(1)).ThenRejected("CONTENT_ERASED", "revision");
        erased.Given(new SubmittedForReview(1)).By(Spec.Berta).When(Approval).ThenRejected("CONTENT_ERASED", "revision");
    }

    [Fact]
    public void Can_ask_for_changes()
    {
        var spec = Article.InReview.When(new RequestChanges(1, "Kur ir cēlonis?"))
            .Then(new ChangesRequested(1)).ThenContent(new Content { Comment = "Kur ir cēlonis?" });
        Assert.Equal(ArticleState.Draft, spec.Article().Lifecycle);
        spec.When(new RequestChanges(1, "Kur ir cēlonis?")).ThenRejected("NOT_IN_REVIEW", "revision");
        spec.When(new SubmitForReview(1)).Then(new SubmittedForReview(1));
    }

    [Fact]
    public void Cannot_ask_for_changes_without_saying_which() =>
        Article.InReview.When(new RequestChanges(1, " ")).ThenRejected("INVALID_INPUT", "comment");

    [Fact]
    public void Approves_exactly_what_was_read()
    {
        var spec = Article.InReview.By(Spec.Berta).When(Approval).Then(new Approved(1, Article.CommitmentOf(1)));
        Assert.Equal(ArticleState.InReview, spec.Article().Lifecycle);
    }

    [Fact]
    public void Is_refused_when_something_else_was_read() => Article.InReview.By(Spec.Berta)
        .When(new Approve(1, Article.CommitmentOf(2))).ThenRejected("CONTENT_MISMATCH", "commitment");

    [Fact]
    public void Approves_once() => Article.Approved.By(Spec.Berta).When(Approval).ThenNothing();

    [Fact]
    public void Does_not_approve_a_draft() =>
        Article.Draft.By(Spec.Berta).When(Approval).ThenRejected("NOT_IN_REVIEW", "revision");
}

public sealed class FourEyes
{
    private static readonly Approve Approval = new(1, Article.CommitmentOf(1));

    [Fact]
    public void Forbid_the_author_to_approve() => Article.InReview.When(Approval).ThenRejected("SAME_PERSON");

    [Fact]
    public void Forbid_another_to_approve_in_the_authors_name() => Article.InReview
        .By(Spec.Berta).OnBehalfOf(Spec.Anna).When(Approval).ThenRejected("SAME_PERSON");

    [Fact]
    public void Forbid_the_one_in_whose_name_it_was_written_to_approve() => Article.Empty
        .By(Spec.Berta).OnBehalfOf(Spec.Anna).Given(new Drafted(ArticleKind.Faq, "lv"), Article.Text(1))
        .Given(new SubmittedForReview(1))
        .By(Spec.Anna).OnBehalfOf(null).When(Approval).ThenRejected("SAME_PERSON");

    [Fact]
    public void Look_at_everything_that_was_written_since_the_last_approval()
    {
        var second = new Approve(2, Article.CommitmentOf(2));
        Revise(Article.InReview).When(second).ThenRejected("SAME_PERSON");
        Revise(Article.Approved).When(second).Then(new Approved(2, second.Commitment));
        Revise(Article.Approved).By(Spec.Berta).When(second).ThenRejected("SAME_PERSON");

        static Spec Revise(Spec spec) => spec.By(Spec.Berta).Given(new Revised(2), Article.Text(2))
            .Given(new SubmittedForReview(2)).By(Spec.Anna);
    }

    [Fact]
    public void Are_not_asked_for_when_the_process_said_so_at_the_submission() => Article.Draft.Under(Article.OnePerson)
        .When(new SubmitForReview(1)).Then(new SubmittedForReview(1, FourEyes: false))
        .When(Approval).Then(new Approved(1, Article.CommitmentOf(1)));

    [Fact]
    public void Are_asked_for_what_was_submitted_before_the_process_was_loosened() =>
        Article.InReview.Under(Article.OnePerson).When(Approval).ThenRejected("SAME_PERSON");

    [Fact]
    public void Are_asked_for_once_the_process_says_so() => Article.Draft.Under(Article.OnePerson).When(new SubmitForReview(1))
        .Under(ProcessRules.Default).When(Approval).ThenRejected("SAME_PERSON");
}
