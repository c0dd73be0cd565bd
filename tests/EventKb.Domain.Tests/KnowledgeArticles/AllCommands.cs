using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Domain.Tests.KnowledgeArticles;

/// <summary>What holds of every command, with a proof that none is forgotten.</summary>
public sealed class AllCommands
{
    private static readonly KnowledgeArticleCommand[] Commands =
    [
        new Draft(ArticleKind.Faq, "lv", Article.Text(1)),
        new Adopt(Article.Other, null, ArticleKind.Faq, "lv", Article.Text(1)),
        new DraftFromRecord(new(ServiceRecords.Incident.Other, 1, 9), ArticleKind.Faq, "lv", Article.Text(1), new()),
        Article.Import("a.md", Article.Text(1)),
        new Revise(Article.Text(2)), new SubmitForReview(1), new RequestChanges(1, "x"), new Approve(1, "c"),
        new SchedulePublication(1, Article.Later), new CancelPublication(1), new Publish(1), new PublishProvisionally(1),
        new LapseProvision(1), new ReviewUnchanged(1), new Withdraw("x"), new Retire(), new Restore(),
        new SkipRevision("a.md", "c1", null, 1, "not-utf8"), new RetireImported("a.md", "c0ffee"), new ChangeValidity(null, Article.Later), new SetAccountability(Article.Service),
        new SetSteward(Spec.Berta), new Classify(new Classification { Keywords = ["disks"] }),
        new SetAudience(new Audience { Staff = true }), new Attach(new string('a', 64), 1, "text/plain", "a.txt"),
        new Detach(new string('a', 64)), new Relate(1, RelationType.Evidence, Article.Other),
        new Unrelate(RelationType.Evidence, Article.Other), new Flag("x"), new ResolveFlag(1, "x"),
    ];

    private static readonly string[] Creating = ["Draft", "Adopt", "DraftFromRecord", "ImportRevision"];

    private static readonly string[] WithReason = ["CancelPublication", "Withdraw", "Retire", "Restore", "RetireImported"];

    /// <summary>What is about use or rights still reaches an article that is retired or withdrawn.</summary>
    private static readonly string[] AllowedWhenEnded =
    [
        "Restore", "Retire", "Withdraw", "LapseProvision", "SkipRevision", "RetireImported", "SetAudience", "SetAccountability", "SetSteward",
        "ResolveFlag", "Unrelate",
    ];

    [Fact]
    public void Are_all_here() => Assert.Equal(
        typeof(KnowledgeArticleCommand).GetNestedTypes().Select(type => type.Name).Order(),
        Commands.Select(command => command.GetType().Name).Order());

    [Fact]
    public void Are_refused_on_no_article_unless_they_make_one()
    {
        foreach (var command in Commands.Where(command => !Creating.Contains(command.GetType().Name)))
            Article.Empty.When(command).ThenRejected("NOT_FOUND");
    }

    [Fact]
    public void Are_refused_on_a_retired_or_withdrawn_article_unless_they_are_about_that_or_rights()
    {
        foreach (var command in Commands.ExceptBy([.. Creating, .. AllowedWhenEnded], command => command.GetType().Name))
        {
            Article.Retired.When(command).ThenRejected("ARTICLE_RETIRED");
            Article.Withdrawn.When(command).ThenRejected("ARTICLE_WITHDRAWN");
        }
    }

    [Fact]
    public void Need_a_reason_where_something_is_taken_away() => Assert.Equal(
        Commands.Where(command => command.Needs.HasFlag(Needs.Reason)).Select(command => command.GetType().Name).Order(),
        WithReason.Order());

    [Fact]
    public void Ask_for_the_rules_wherever_a_reason_may_have_to_be_on_the_list()
    {
        // The mirror's one reason is its own and on nobody's list.
        foreach (var command in Commands.Where(command => command.Needs.HasFlag(Needs.Reason) && command is not RetireImported))
            Assert.True(command.Needs.HasFlag(Needs.Rules), command.GetType().Name);
    }

    [Fact]
    public void Throw_when_they_are_another_aggregates() => Assert.Throws<InvalidOperationException>(
        () => Article.Draft.When(new Domain.Erasure.ErasureCommand.EraseContent(1, Article.Here, "x")));
}

public sealed class EvolvingAnArticle
{
    [Fact]
    public void Throws_on_an_event_that_it_does_not_know() => Assert.Throws<InvalidOperationException>(
        () => Article.Draft.Given(new Domain.Erasure.ErasureEvent.ContentErased(1, Article.Here, "x")));
}

public sealed class IdsOfArticles
{
    [Fact]
    public void Follow_from_the_command_that_drafts()
    {
        var id = KnowledgeArticle.IdFromCommand(Spec.Institution, new CommandId("a"));
        Assert.Equal(id, KnowledgeArticle.IdFromCommand(Spec.Institution, new CommandId("a")));
        Assert.NotEqual(id, KnowledgeArticle.IdFromCommand(Spec.Institution, new CommandId("b")));
        Assert.Equal(id, StreamId.Parse(id.ToString()));
    }

    [Fact]
    public void Follow_from_the_commit_and_path_that_created_the_file()
    {
        var id = KnowledgeArticle.IdFromGit(Spec.Institution, "c1", "a/b.md");
        Assert.Equal(id, KnowledgeArticle.IdFromGit(Spec.Institution, "c1", "a/b.md"));
        Assert.NotEqual(id.Id, KnowledgeArticle.IdFromGit(Spec.Institution, "c2", "a/b.md").Id);
        Assert.NotEqual(id.Id, KnowledgeArticle.IdFromGit(Spec.Institution, "c1", "a/c.md").Id);
        Assert.NotEqual(id.Id, KnowledgeArticle.IdFromGit(new InstitutionCode("OGRE"), "c1", "a/b.md").Id);
    }
}
