using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class PublishingAnArticle
{
    [Fact]
    public void Puts_an_approved_revision_into_use()
    {
        var spec = Article.Approved.When(new Publish(1)).Then(new Published(1));
        Assert.Equal((ArticleState.Published, 1), (spec.Article().Lifecycle, spec.Article().Published));
    }

    [Fact]
    public void Is_refused_while_it_is_a_draft() => Article.Draft.When(new Publish(1)).ThenRejected("NOT_APPROVED", "revision");

    [Fact]
    public void Is_refused_while_it_is_in_review() =>
        Article.InReview.When(new Publish(1)).ThenRejected("NOT_APPROVED", "revision");

    [Fact]
    public void Is_refused_for_a_revision_that_does_not_exist() =>
        Article.Approved.When(new Publish(2)).ThenRejected("REVISION_NOT_FOUND", "revision");

    [Fact]
    public void Happens_once() => Article.Published.When(new Publish(1)).ThenNothing();

    [Fact]
    public void Sets_the_next_review_by_the_rule_for_the_kind() => Article.Approved
        .Under(new ProcessRules { ReviewDays = new Dictionary<string, int> { ["incident-resolution"] = 180, ["faq"] = 1 } })
        .When(new Publish(1)).Then(new Published(1, new DateOnly(2026, 8, 29)));

    [Fact]
    public void Counts_the_days_to_the_next_review_in_Riga() => Article.Approved
        .Under(new ProcessRules { ReviewDays = new Dictionary<string, int> { ["incident-resolution"] = 1 } })
        .At(new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero)) // half past midnight of 2 March there
        .When(new Publish(1)).Then(new Published(1, new DateOnly(2026, 3, 3)));

    [Fact]
    public void Takes_the_place_of_the_revision_before()
    {
        var spec = Article.PublishedWithDraft.Given(new SubmittedForReview(2)).Given(new Approved(2, Article.CommitmentOf(2)));
        spec.When(new Publish(2)).Then(new Published(2));
        Assert.Equal(2, spec.Article().Published);
        spec.When(new Publish(1)).ThenRejected("REVISION_SUPERSEDED", "revision");
    }

    [Fact]
    public void Takes_an_approved_revision_while_the_next_is_being_written() => Article.Approved
        .Given(new Revised(2), Article.Text(2)).When(new Publish(1)).Then(new Published(1));

    [Fact]
    public void Is_refused_when_the_texts_were_erased_after_the_approval() => Article.Empty
        .GivenErased(new Drafted(ArticleKind.Faq, "lv"), Article.Text(1)).Given(new SubmittedForReview(1))
        .Given(new Approved(1, Article.CommitmentOf(1)))
        .When(new Publish(1)).ThenRejected("CONTENT_ERASED", "revision");
}

public sealed class SchedulingAPublication
{
    private static readonly SchedulePublication Plan = new(1, Article.Later);

    private static Spec Planned => Article.Approved.Given(new PublicationScheduled(1, Article.Later));

    [Fact]
    public void Plans_an_approved_revision() => Article.Approved.When(Plan).Then(new PublicationScheduled(1, Article.Later));

    [Fact]
    public void Is_kept_in_microseconds_of_utc() => Article.Approved
        .When(new SchedulePublication(1, Article.Later.AddTicks(7).ToOffset(TimeSpan.FromHours(3))))
        .Then(new PublicationScheduled(1, Article.Later));

    [Fact]
    public void Happens_once() => Planned.When(Plan).ThenNothing();

    [Fact]
    public void Can_be_moved() => Planned.When(new SchedulePublication(1, Article.Later.AddDays(1)))
        .Then(new PublicationScheduled(1, Article.Later.AddDays(1)));

    [Fact]
    public void Is_refused_in_the_past() =>
        Article.Approved.When(new SchedulePublication(1, Spec.Day)).ThenRejected("INVALID_INPUT", "at");

    [Fact]
    public void Is_refused_without_an_approval() => Article.InReview.When(Plan).ThenRejected("NOT_APPROVED", "revision");

    [Fact]
    public void Is_refused_when_the_revision_is_in_use() =>
        Article.Published.When(Plan).ThenRejected("ALREADY_PUBLISHED", "revision");

    [Fact]
    public void Can_be_called_off_with_a_reason()
    {
        var spec = Planned.When(new CancelPublication(1)).Then(new PublicationCancelled(1));
        spec.When(new CancelPublication(1)).ThenRejected("PUBLICATION_NOT_SCHEDULED", "revision");
        Planned.For(null).When(new CancelPublication(1)).ThenRejected("INVALID_INPUT", "reasonCode");
    }

    [Fact]
    public void Is_carried_out_by_the_schedule_when_it_is_due() => Planned.Through(Via.Schedule).At(Article.Later)
        .When(new Publish(1)).Then(new Published(1));

    [Fact]
    public void Is_not_carried_out_by_the_schedule_before() => Planned.Through(Via.Schedule).At(Article.Later.AddSeconds(-1))
        .When(new Publish(1)).ThenRejected("PUBLICATION_NOT_DUE", "revision");

    [Fact]
    public void Is_not_carried_out_by_the_schedule_once_called_off() => Planned.Given(new PublicationCancelled(1))
        .Through(Via.Schedule).At(Article.Later).When(new Publish(1)).ThenRejected("PUBLICATION_NOT_SCHEDULED", "revision");

    [Fact]
    public void Ends_when_a_person_publishes_sooner()
    {
        var spec = Planned.When(new Publish(1)).Then(new Published(1));
        spec.When(new CancelPublication(1)).ThenRejected("PUBLICATION_NOT_SCHEDULED", "revision");
    }

    [Fact]
    public void Ends_when_the_article_is_retired() => Planned.Given(new Retired(null)).Given(new Restored())
        .When(new CancelPublication(1)).ThenRejected("PUBLICATION_NOT_SCHEDULED", "revision");
}

public sealed class ReviewingWithoutChange
{
    [Fact]
    public void Sets_the_next_review_and_makes_no_revision()
    {
        var spec = Article.Published.When(new ReviewUnchanged(1, new DateOnly(2027, 1, 1)))
            .Then(new ReviewedUnchanged(1, new DateOnly(2027, 1, 1)));
        Assert.Equal(1, spec.Article().Latest.Number);
    }

    [Fact]
    public void Follows_the_rule_for_the_kind_where_no_date_is_named() => Article.Published
        .Under(new ProcessRules { ReviewDays = new Dictionary<string, int> { ["incident-resolution"] = 30 } })
        .When(new ReviewUnchanged(1)).Then(new ReviewedUnchanged(1, new DateOnly(2026, 4, 1)));

    [Fact]
    public void Serves_an_imported_article_too() =>
        Article.Imported.When(new ReviewUnchanged(1)).Then(new ReviewedUnchanged(1, null));

    [Fact]
    public void Is_refused_when_the_next_review_is_not_later() => Article.Published
        .When(new ReviewUnchanged(1, new DateOnly(2026, 3, 2))).ThenRejected("INVALID_INPUT", "nextReviewOn");

    [Fact]
    public void Is_refused_for_what_is_not_in_use()
    {
        Article.Approved.When(new ReviewUnchanged(1)).ThenRejected("NOT_PUBLISHED");
        Article.ProvisionallyPublished.When(new ReviewUnchanged(2)).ThenRejected("NOT_PUBLISHED");
        Article.Published.When(new ReviewUnchanged(2)).ThenRejected("REVISION_NOT_FOUND", "revision");
    }
}
