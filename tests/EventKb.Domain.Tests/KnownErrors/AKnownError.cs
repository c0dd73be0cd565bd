using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.Tests.KnowledgeArticles;
using EventKb.Domain.Tests.ServiceRecords;
using static EventKb.Domain.KnownErrors.KnownErrorCommand;
using static EventKb.Domain.KnownErrors.KnownErrorEvent;

namespace EventKb.Domain.Tests.KnownErrors;

public sealed class AKnownError
{
    private static readonly Open Opening = new(Incident.Problem, "Disks pilns", "Lapa rāda 500");
    private static readonly ExactVersion Version = new("RIGA/knowledge-article/a", 2, 7);
    private static readonly ProcessRules Observed = new() { ObservationDays = 7 };

    private static Spec Empty => new(KnownError.Decider);

    private static Spec Opened => Empty.When(Opening);

    private static Spec WithWorkaround => Opened.When(new SetWorkaround(Version));

    private static Spec Fixed => Opened.When(new Fix());

    [Fact]
    public void Is_opened_from_a_problem_once()
    {
        Empty.When(Opening).Then(new Opened(Incident.Problem)).ThenContent(new Content { Title = "Disks pilns", Summary = "Lapa rāda 500" })
            .When(Opening).ThenRejected("KNOWN_ERROR_EXISTS", "problem");
        Assert.Equal(KnownError.StreamOf(Incident.Problem), Opening.Home(new InstitutionCode("CESIS")));
        Assert.Equal("problem", Assert.Single(Opening.References(default)!)!.Field);
    }

    [Fact]
    public void Has_a_cause_that_can_be_stated_better() =>
        Opened.When(new StateCause("Žurnāli")).Then(new CauseStated()).ThenContent(new Content { Body = "Žurnāli" })
            .When(new StateCause("Žurnāli")).ThenNothing()
            .When(new StateCause("Žurnālu rotācija")).Then(new CauseStated());

    [Fact]
    public void Has_an_exact_version_as_its_workaround() =>
        Opened.When(new SetWorkaround(Version)).Then(new WorkaroundSet(Version))
            .When(new SetWorkaround(Version)).ThenNothing()
            .When(new SetWorkaround(Version with { Number = 3 })).Then(new WorkaroundSet(Version with { Number = 3 }))
            .When(new WithdrawWorkaround()).Then(new WorkaroundWithdrawn(Version with { Number = 3 }, null))
            .When(new WithdrawWorkaround()).ThenRejected("NO_WORKAROUND");

    [Fact]
    public void Loses_the_workaround_that_it_has_and_no_other()
    {
        WithWorkaround.When(new LoseWorkaround(Version with { Number = 1 }, WorkaroundLoss.Retired)).ThenNothing()
            .When(new LoseWorkaround(Version, WorkaroundLoss.Withdrawn)).Then(new WorkaroundWithdrawn(Version, WorkaroundLoss.Withdrawn))
            .When(new LoseWorkaround(Version, WorkaroundLoss.Withdrawn)).ThenNothing();
    }

    [Fact]
    public void Takes_only_a_version_that_is_in_use()
    {
        var position = ((KnowledgeArticleState)Article.Published.State).Revision(1)!.Position;
        var reference = Assert.Single(new SetWorkaround(new("RIGA/knowledge-article/1", 1, position)).References(default)!)!;
        Assert.False(reference.IsIn(Article.Draft.State, default));
        Assert.Equal("VERSION_NOT_IN_USE", reference.Missing(Article.Draft.State).Code);
        Assert.True(reference.IsIn(Article.Published.State, default));
        var provisional = ((KnowledgeArticleState)Article.ProvisionallyPublished.State).Revision(2)!.Position;
        Assert.True(new SetWorkaround(new("RIGA/knowledge-article/1", 2, provisional)).References(default)!.Single()!
            .IsIn(Article.ProvisionallyPublished.State, default));
        Assert.False(reference.IsIn(Article.ProvisionallyPublished.State, default));
        Assert.False(reference.IsIn(Article.Retired.State, default));
        var other = Assert.Single(new SetWorkaround(new("RIGA/knowledge-article/1", 9, 9)).References(default)!)!;
        Assert.Equal("UNKNOWN_REFERENCE", other.Missing(Article.Published.State).Code);
    }

    [Fact]
    public void Is_fixed_by_a_change_and_verified_by_another_person() =>
        Opened.When(new LinkFixChange(Incident.Change)).Then(new FixChangeLinked(Incident.Change))
            .When(new LinkFixChange(Incident.Change)).ThenNothing()
            .When(new Verify()).ThenRejected("KNOWN_ERROR_NOT_FIXED")
            .When(new Fix()).Then(new Fixed()).When(new Fix()).ThenRejected("KNOWN_ERROR_NOT_OPEN")
            .When(new Verify()).ThenRejected("SAME_PERSON")
            .By(Spec.Berta).OnBehalfOf(Spec.Anna).When(new Verify()).ThenRejected("SAME_PERSON")
            .OnBehalfOf(null).When(new Verify()).Then(new Verified());

    [Fact]
    public void Is_verified_once_the_observation_is_over()
    {
        var observed = Fixed.By(Spec.Berta).Under(Observed);
        observed.At(Spec.Day.AddDays(6)).When(new Verify()).ThenRejected("OBSERVATION_NOT_OVER");
        observed.At(Spec.Day.AddDays(7)).When(new Verify()).Then(new Verified());
    }

    [Fact]
    public void Is_proposed_to_be_opened_again_for_a_later_incident()
    {
        var proposed = Fixed.When(new ProposeReopening(Incident.Other)).Then(new ReopeningProposed(Incident.Other));
        proposed.When(new ProposeReopening(Incident.Problem)).ThenNothing();
        proposed.By(Spec.Berta).When(new Verify()).ThenRejected("REOPENING_PROPOSED");
        proposed.When(new DeclineReopening()).Then(new ReopeningDeclined(Incident.Other)).When(new Verify()).Then(new Verified())
            .When(new ProposeReopening(Incident.Problem)).Then(new ReopeningProposed(Incident.Problem))
            .When(new Reopen()).Then(new Reopened()).When(new DeclineReopening()).ThenRejected("NO_REOPENING_PROPOSED")
            .When(new ProposeReopening(Incident.Other)).ThenNothing();
        Opened.When(new ProposeReopening(Incident.Other)).ThenNothing();
    }

    [Fact]
    public void Is_accepted_or_opened_again() =>
        Opened.When(new Reopen()).ThenRejected("KNOWN_ERROR_OPEN").When(new Accept()).Then(new KnownErrorEvent.Accepted())
            .When(new Accept()).ThenRejected("KNOWN_ERROR_NOT_OPEN").When(new Reopen()).Then(new Reopened())
            .When(new Fix()).Then(new Fixed());

    public static TheoryData<KnownErrorCommand> Changes =>
        [new StateCause("c"), new SetWorkaround(Version), new WithdrawWorkaround(), new Fix(), new Verify(), new Accept(), new Reopen(),
            new LinkFixChange(Incident.Change), new LoseWorkaround(Version, WorkaroundLoss.Erased), new ProposeReopening(Incident.Other),
            new DeclineReopening()];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Is_not_found_before_it_was_opened(KnownErrorCommand command) => Empty.When(command).ThenRejected("NOT_FOUND");

    [Fact]
    public void Is_ended_opened_again_and_left_for_a_reason()
    {
        foreach (var command in new KnownErrorCommand[] { new WithdrawWorkaround(), new Accept(), new Reopen(), new DeclineReopening() })
            Opened.For(null).When(command).ThenRejected("INVALID_INPUT", "reasonCode");
    }

    public static TheoryData<string, KnownErrorCommand> Malformed => new()
    {
        { "problem", Opening with { Problem = Incident.Service } },
        { "title", Opening with { Title = " " } },
        { "symptoms", Opening with { Symptoms = new string('s', Limits.Summary + 1) } },
        { "cause", new StateCause("") },
        { "workaround", new SetWorkaround(Version with { Stream = Incident.Service }) },
        { "change", new LinkFixChange(Incident.Service) },
        { "incident", new ProposeReopening(Incident.Service) },
        { "workaround", new LoseWorkaround(Version with { Number = 0 }, WorkaroundLoss.Lapsed) },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Refuses_what_has_another_form(string field, KnownErrorCommand command) =>
        (command is Open ? Empty : Opened).When(command).ThenRejected("INVALID_INPUT", field);
}
