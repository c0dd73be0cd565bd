using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class WithdrawingAnArticle
{
    private static readonly Withdraw Harmful = new("Zvanīt 112.", Article.Other);

    [Fact]
    public void Says_what_to_do_instead()
    {
        var spec = Article.Published.When(Harmful)
            .Then(new Withdrawn(Article.Other)).ThenContent(new Content { Comment = "Zvanīt 112." });
        Assert.Equal((ArticleState.Withdrawn, null), (spec.Article().Lifecycle, spec.Article().Published));
    }

    [Fact]
    public void Is_possible_after_it_was_retired() => Article.Retired.When(Harmful).Then(new Withdrawn(Article.Other));

    [Fact]
    public void Is_refused_twice() => Article.Withdrawn.When(Harmful).ThenRejected("ARTICLE_WITHDRAWN");

    [Fact]
    public void Is_refused_when_it_was_never_in_use() => Article.Approved.When(Harmful).ThenRejected("NOT_PUBLISHED");

    [Fact]
    public void May_name_an_earlier_version_of_itself() => Article.Published
        .When(Harmful with { Instead = new(Article.Here, 1, 1) }).Then(new Withdrawn(new(Article.Here, 1, 1)));

    [Fact]
    public void Is_refused_without_what_to_do_instead()
    {
        Article.Published.When(new Withdraw(" ")).ThenRejected("INVALID_INPUT", "insteadText");
        Article.Published.When(new Withdraw(new string('x', Limits.Comment + 1))).ThenRejected("INVALID_INPUT", "insteadText");
        Article.Published.When(Harmful with { Instead = new("?", 1, 1) }).ThenRejected("INVALID_INPUT", "instead");
    }

    [Fact]
    public void Needs_a_reason() => Article.Published.For(null).When(Harmful).ThenRejected("INVALID_INPUT", "reasonCode");
}

public sealed class RetiringAnArticle
{
    [Fact]
    public void Names_its_successor()
    {
        var spec = Article.Published.When(new Retire(Article.Other)).Then(new Retired(Article.Other));
        Assert.Equal((ArticleState.Retired, null), (spec.Article().Lifecycle, spec.Article().Published));
        spec.When(new Retire(Article.Other)).ThenNothing();
        spec.When(new Retire()).ThenRejected("ARTICLE_RETIRED");
    }

    [Fact]
    public void Gives_up_a_draft() => Article.Draft.When(new Retire()).Then(new Retired(null));

    [Fact]
    public void Is_refused_with_itself_as_successor() =>
        Article.Published.When(new Retire(new(Article.Here, 1, 1))).ThenRejected("INVALID_INPUT", "successor");

    [Fact]
    public void Does_not_hide_a_withdrawal() => Article.Withdrawn.When(new Retire()).ThenRejected("ARTICLE_WITHDRAWN");

    [Fact]
    public void Needs_a_reason_from_the_list()
    {
        Article.Published.For(null).When(new Retire()).ThenRejected("INVALID_INPUT", "reasonCode");
        Article.Published.Under(new ProcessRules { Reasons = ["obsolete"] }).When(new Retire())
            .ThenRejected("REASON_NOT_LISTED", "reasonCode");
    }
}

public sealed class RestoringAnArticle
{
    [Fact]
    public void Makes_its_latest_revision_a_draft()
    {
        var spec = Article.Retired.When(new Restore()).Then(new Restored());
        Assert.Equal((ArticleState.Draft, null), (spec.Article().Lifecycle, spec.Article().Published));
        spec.When(new Publish(1)).ThenRejected("NOT_APPROVED", "revision");
        spec.When(new SubmitForReview(1)).Then(new SubmittedForReview(1));
    }

    [Fact]
    public void Asks_for_a_new_review_of_whatever_will_be_published()
    {
        var restored = Article.PublishedWithDraft.Given(new SubmittedForReview(2)).Given(new Approved(2, Article.CommitmentOf(2)))
            .Given(new Withdrawn(null), new Content { Comment = "Zvanīt 112." }).When(new Restore());
        foreach (var revision in new[] { 1, 2 })
        {
            restored.When(new Publish(revision)).ThenRejected("NOT_APPROVED", "revision");
            restored.When(new SchedulePublication(revision, Article.Later)).ThenRejected("NOT_APPROVED", "revision");
        }

        restored.When(new SubmitForReview(2)).By(Spec.Berta).When(new Approve(2, Article.CommitmentOf(2)))
            .Then(new Approved(2, Article.CommitmentOf(2))).When(new Publish(2)).Then(new Published(2));
        restored.When(new Publish(1)).ThenRejected("REVISION_SUPERSEDED", "revision");
    }

    [Fact]
    public void Brings_a_withdrawn_article_back_too() => Article.Withdrawn.When(new Restore()).Then(new Restored());

    [Fact]
    public void Is_refused_when_it_is_in_use()
    {
        Article.Published.When(new Restore()).ThenRejected("ARTICLE_NOT_RETIRED");
        Article.Retired.When(new Restore()).When(new Restore()).ThenRejected("ARTICLE_NOT_RETIRED");
    }

    [Fact]
    public void Needs_a_reason() => Article.Retired.For(" ").When(new Restore()).ThenRejected("INVALID_INPUT", "reasonCode");
}
