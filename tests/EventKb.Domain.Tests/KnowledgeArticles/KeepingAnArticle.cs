using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class ChangingTheValidity
{
    [Fact]
    public void Sets_the_period_once()
    {
        var spec = Article.Draft.When(new ChangeValidity(Spec.Day, Article.Later))
            .Then(new ValidityChanged(Spec.Day, Article.Later));
        spec.When(new ChangeValidity(Spec.Day.ToOffset(TimeSpan.FromHours(2)), Article.Later.AddTicks(3))).ThenNothing();
        spec.When(new ChangeValidity(null, null)).Then(new ValidityChanged(null, null));
    }

    [Fact]
    public void Is_refused_when_it_ends_before_it_begins() =>
        Article.Draft.When(new ChangeValidity(Spec.Day, Spec.Day)).ThenRejected("INVALID_INPUT", "until");
}

public sealed class NamingWhoAnswersForAnArticle
{
    [Fact]
    public void Names_one_service_or_resource_or_leaves_a_gap()
    {
        var spec = Article.Imported.When(new SetAccountability(Article.Service)).Then(new AccountabilitySet(Article.Service));
        spec.When(new SetAccountability(Article.Service)).ThenNothing();
        spec.When(new SetAccountability(null)).Then(new AccountabilitySet(null));
        spec.When(new SetAccountability(null)).ThenNothing();
    }

    [Theory]
    [InlineData("service1")]
    [InlineData("RIGA/control/1")]
    public void Is_refused_for_what_is_no_catalogue_entry(string subject) =>
        Article.Draft.When(new SetAccountability(subject)).ThenRejected("INVALID_INPUT", "subject");

    [Fact]
    public void Names_a_person_or_a_group_as_steward()
    {
        var spec = Article.Draft.When(new SetSteward(Spec.Anna)).Then(new StewardSet(Spec.Anna, Group: false))
            .ThenContent((Content?)null);
        spec.When(new SetSteward(Spec.Anna)).ThenNothing();
        spec.Given(new StewardSet(null, Group: true), new Content { Steward = "Serveri" });
        spec.When(new SetSteward(Spec.Anna)).Then(new StewardSet(Spec.Anna, Group: false));
        spec.When(new SetSteward(null)).Then(new StewardSet(null, Group: false));
    }

    [Fact]
    public void Is_refused_for_whoever_is_no_entry_of_the_directory()
    {
        Article.Draft.When(new SetSteward(new PersonId(""))).ThenRejected("INVALID_INPUT", "person");
        Article.Draft.When(new SetSteward(new PersonId("Anna Bērziņa"))).ThenRejected("INVALID_INPUT", "person");
        Assert.Equal(["person"], new SetSteward(Spec.Anna).References(StreamId.Of(Article.Here)).Select(reference => reference!.Field));
    }
}

public sealed class ClassifyingAnArticle
{
    [Fact]
    public void Takes_each_tag_once_and_in_order()
    {
        var spec = Article.Draft
            .When(new Classify(new Classification { Services = [Article.Service], Keywords = ["raid", "disks", "raid"] }))
            .Then(new Classified(new Classification { Services = [Article.Service], Keywords = ["disks", "raid"] }));
        spec.When(new Classify(new Classification { Services = [Article.Service], Keywords = ["disks", "raid"] })).ThenNothing();
        spec.When(new Classify(new Classification())).Then(new Classified(new Classification()));
    }

    [Fact]
    public void Takes_as_many_tags_as_can_be_and_no_more()
    {
        var tags = Enumerable.Range(100, Limits.Tags).Select(tag => $"{tag}").ToArray();
        Article.Draft.When(new Classify(new Classification { Keywords = tags }))
            .Then(new Classified(new Classification { Keywords = tags }));
        Article.Draft.When(new Classify(new Classification { ErrorCodes = ["E1"], Keywords = tags }))
            .ThenRejected("INVALID_INPUT", "keywords");
    }

    [Fact]
    public void Is_refused_when_a_tag_is_wrong()
    {
        Refused(new Classification { Services = ["service1"] }, "services");
        Refused(new Classification { Resources = [Article.Here] }, "resources");
        Refused(new Classification { LifeSituations = ["?"] }, "lifeSituations");
        Refused(new Classification { Territories = [" "] }, "territories");
        Refused(new Classification { ErrorCodes = [new string('x', Limits.Tag + 1)] }, "errorCodes");
        Refused(new Classification { Keywords = [""] }, "keywords");
    }

    private static void Refused(Classification classification, string field) =>
        Article.Draft.When(new Classify(classification)).ThenRejected("INVALID_INPUT", field);
}

public sealed class SettingTheAudience
{
    private static readonly Audience Support = new() { SupportLevels = [1, 2], Staff = true };
    private static readonly Audience Restricted =
        new() { Staff = true, RestrictedBasis = "IAL 5. pants", RestrictedUntil = new(2027, 1, 1) };

    [Fact]
    public void Is_of_the_whole_or_of_a_section()
    {
        var sections = new Dictionary<string, Audience> { ["cause"] = Restricted };
        var spec = Article.Draft.When(new SetAudience(Support with { SupportLevels = [2, 1, 2] }, sections))
            .Then(new AudienceSet(Support, new Dictionary<string, Audience> { ["cause"] = Restricted }));
        spec.When(new SetAudience(Support, new Dictionary<string, Audience>(sections))).ThenNothing();
        spec.When(new SetAudience(Support)).Then(new AudienceSet(Support));
    }

    [Fact]
    public void Reaches_a_retired_article_too() =>
        Article.Retired.When(new SetAudience(Restricted)).Then(new AudienceSet(Restricted));

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void Is_refused_for_a_support_level_that_cannot_be(int level) =>
        Article.Draft.When(new SetAudience(new Audience { SupportLevels = [level] }))
            .ThenRejected("INVALID_INPUT", "supportLevels");

    [Fact]
    public void Is_refused_for_a_restriction_without_a_basis()
    {
        Article.Draft.When(new SetAudience(Restricted with { RestrictedBasis = null }))
            .ThenRejected("INVALID_INPUT", "restrictedBasis");
        Article.Draft.When(new SetAudience(Restricted with { RestrictedBasis = " " }))
            .ThenRejected("INVALID_INPUT", "restrictedBasis");
    }

    [Fact]
    public void Is_refused_for_a_section_that_is_unknown_or_whose_audience_is_wrong()
    {
        Article.Draft.When(new SetAudience(Support, new Dictionary<string, Audience> { ["Cause"] = Support }))
            .ThenRejected("INVALID_INPUT", "sections");
        Article.Draft
            .When(new SetAudience(Support, new Dictionary<string, Audience> { ["cause"] = new() { SupportLevels = [99] } }))
            .ThenRejected("INVALID_INPUT", "supportLevels");
    }

    [Fact]
    public void Knows_the_sections_of_the_template_in_force() => Article.Draft
        .Under(new ProcessRules
        {
            Templates = new Dictionary<string, ValueList<string>> { ["incident-resolution"] = ["vendor-notes"] },
        })
        .When(new SetAudience(Support, new Dictionary<string, Audience> { ["vendor-notes"] = Restricted }))
        .Then(new AudienceSet(Support, new Dictionary<string, Audience> { ["vendor-notes"] = Restricted }));
}
