using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class PublishingProvisionally
{
    private static readonly DateTimeOffset Due = Spec.Day.AddHours(72);

    [Fact]
    public void Needs_no_second_person()
    {
        var spec = Article.Draft.When(new PublishProvisionally(1)).Then(new ProvisionallyPublished(1, Due));
        Assert.Equal((ArticleState.Published, 1), (spec.Article().Lifecycle, spec.Article().Published));
    }

    [Fact]
    public void Lasts_as_long_as_the_process_says() => Article.Draft.Under(new ProcessRules { ProvisionalHours = 5 })
        .When(new PublishProvisionally(1)).Then(new ProvisionallyPublished(1, Spec.Day.AddHours(5)));

    [Fact]
    public void Happens_once() => Article.ProvisionallyPublished.When(new PublishProvisionally(2)).ThenNothing();

    [Fact]
    public void Is_refused_for_an_older_revision() => Article.Draft.Given(new Revised(2), Article.Text(2))
        .When(new PublishProvisionally(1)).ThenRejected("NOT_LATEST_REVISION", "revision");

    [Fact]
    public void Is_refused_when_it_is_in_use_or_approved_or_unknown_or_erased()
    {
        Article.Published.When(new PublishProvisionally(1)).ThenRejected("ALREADY_PUBLISHED", "revision");
        Article.Approved.When(new PublishProvisionally(1)).ThenRejected("ALREADY_APPROVED", "revision");
        Article.Draft.When(new PublishProvisionally(2)).ThenRejected("REVISION_NOT_FOUND", "revision");
        Article.Empty.GivenErased(new Drafted(ArticleKind.Faq, "lv"), Article.Text(1))
            .When(new PublishProvisionally(1)).ThenRejected("CONTENT_ERASED", "revision");
    }

    [Fact]
    public void Becomes_regular_when_it_is_approved_and_published()
    {
        var spec = Article.ProvisionallyPublished.When(new SubmitForReview(2)).By(Spec.Berta)
            .When(new Approve(2, Article.CommitmentOf(2))).When(new Publish(2)).Then(new Published(2));
        Assert.Equal((2, null), (spec.Article().Published, spec.Article().Provision));
        spec.At(Due).When(new LapseProvision(2)).ThenNothing();
    }

    [Fact]
    public void Is_provisional_no_more_once_it_is_approved()
    {
        var fix = Article.ProvisionallyPublished;
        Assert.Equal((true, 2, 1), (fix.Article().IsProvisional, fix.Article().Published, fix.Article().Approved));
        var approved = fix.Given(new SubmittedForReview(2)).Given(new Approved(2, Article.CommitmentOf(2)));
        Assert.Equal((false, 2, 2), (approved.Article().IsProvisional, approved.Article().Published, approved.Article().Approved));
        var next = approved.Given(new Revised(3), Article.Text(3)).Given(new ProvisionallyPublished(3, Due.AddDays(9)));
        Assert.Equal(2, next.Given(new ProvisionLapsed(3)).Article().Published);
    }

    [Fact]
    public void Is_reviewed_even_when_a_later_revision_is_being_written() => Article.ProvisionallyPublished
        .Given(new Revised(3), Article.Text(3)).When(new SubmitForReview(2)).Then(new SubmittedForReview(2))
        .By(Spec.Berta).When(new Approve(2, Article.CommitmentOf(2))).Then(new Approved(2, Article.CommitmentOf(2)));

    [Fact]
    public void Is_not_approved_by_its_author_when_a_later_revision_was_approved_first()
    {
        var spec = Article.ProvisionallyPublished.Given(new Revised(3), Article.Text(3)).When(new SubmitForReview(3)).When(new SubmitForReview(2))
            .By(Spec.Berta).When(new Approve(3, Article.CommitmentOf(3))).Then(new Approved(3, Article.CommitmentOf(3)));
        spec.By(Spec.Anna).When(new Approve(2, Article.CommitmentOf(2))).ThenRejected("SAME_PERSON");
        spec.By(Spec.Berta).When(new Approve(2, Article.CommitmentOf(2))).Then(new Approved(2, Article.CommitmentOf(2)));
        Assert.Equal(3, spec.Article().Approval!.Revision);
    }

    [Fact]
    public void Is_approved_on_its_own_files_and_not_on_those_of_a_later_revision()
    {
        var (kept, later) = (new string('a', 64), new string('b', 64));
        Spec Begun() => Article.PublishedWithDraft.When(new Attach(kept, 1, "text/plain", "a.txt")).When(new PublishProvisionally(2))
            .When(new Revise(Article.Text(3))).When(new Attach(later, 1, "text/plain", "b.txt")).When(new Detach(kept))
            .When(new SubmitForReview(2)).By(Spec.Berta);
        var read = new Approve(2, Article.CommitmentOf(2));
        Begun().When(read with { Files = [2] }).ThenRejected("CONTENT_MISMATCH", "files");
        Begun().When(read with { Files = [1] }).Then(new Approved(2, read.Commitment, [1]));
    }
}

public sealed class LapsingOfAProvision
{
    private static readonly DateTimeOffset Due = Spec.Day.AddHours(72);

    [Fact]
    public void Serves_again_what_was_published_before()
    {
        var spec = Article.ProvisionallyPublished.At(Due).When(new LapseProvision(2)).Then(new ProvisionLapsed(2));
        Assert.Equal((ArticleState.Published, 1), (spec.Article().Lifecycle, spec.Article().Published));
        spec.When(new LapseProvision(2)).ThenNothing();
    }

    [Fact]
    public void Serves_nothing_when_nothing_was_published_before()
    {
        var spec = Article.Draft.When(new PublishProvisionally(1)).At(Due).When(new LapseProvision(1))
            .Then(new ProvisionLapsed(1));
        Assert.Equal((ArticleState.Draft, null), (spec.Article().Lifecycle, spec.Article().Published));
    }

    [Fact]
    public void Goes_back_beyond_a_chain_of_provisions() => Assert.Equal(1, Article.ProvisionallyPublished
        .Given(new Revised(3), Article.Text(3)).When(new PublishProvisionally(3)).Then(new ProvisionallyPublished(3, Due))
        .At(Due).When(new LapseProvision(3)).Then(new ProvisionLapsed(3)).Article().Published);

    [Fact]
    public void Does_not_come_early() => Article.ProvisionallyPublished.At(Due.AddTicks(-10))
        .When(new LapseProvision(2)).ThenRejected("PROVISION_RUNNING", "revision");

    [Fact]
    public void Does_not_come_when_the_fix_is_approved() => Article.ProvisionallyPublished
        .Given(new SubmittedForReview(2)).Given(new Approved(2, Article.CommitmentOf(2)))
        .At(Due).When(new LapseProvision(2)).ThenNothing();

    [Fact]
    public void Does_not_come_when_the_article_has_been_withdrawn() => Article.ProvisionallyPublished.Given(new Withdrawn(null))
        .At(Due).When(new LapseProvision(2)).ThenNothing();

    [Fact]
    public void Needs_a_revision_that_exists() =>
        Article.Draft.When(new LapseProvision(9)).ThenRejected("REVISION_NOT_FOUND", "revision");

    [Fact]
    public void Cannot_be_got_round_by_publishing_the_same_again() => Article.ProvisionallyPublished.Given(new ProvisionLapsed(2))
        .When(new PublishProvisionally(2)).ThenRejected("PROVISION_LAPSED", "revision");
}
