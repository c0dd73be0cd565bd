using EventKb.Domain.Access;
using static EventKb.Domain.Access.LedgerAccessCommand;
using static EventKb.Domain.Access.LedgerAccessEvent;

namespace EventKb.Domain.Tests.Access;

public sealed class BreakingTheGlass
{
    private static Spec Open => new Spec(LedgerAccess.Decider).Because("Pierakstīšanās nedarbojas.");

    private static Spec Closed => Open.Given(new SignInRequired());

    [Fact]
    public void Sign_in_is_required_from_the_first_time_on() => Open.When(new RequireSignIn()).Then(new SignInRequired());

    [Fact]
    public void And_once_only() => Closed.When(new RequireSignIn()).ThenNothing();

    [Fact]
    public void The_glass_is_broken_for_a_reason() =>
        Closed.When(new BreakGlass()).Then(new GlassBroken()).ThenContent(new Content { Reason = "Pierakstīšanās nedarbojas." });

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void In_words(string? reason) => Closed.Because(reason).When(new BreakGlass()).ThenRejected("INVALID_INPUT", "reason");

    [Fact]
    public void And_again_with_every_start() => Closed.Given(new GlassBroken()).When(new BreakGlass()).Then(new GlassBroken());

    [Fact]
    public void But_not_where_nobody_has_to_sign_in() => Open.When(new BreakGlass()).ThenRejected("SIGN_IN_NOT_REQUIRED");

    [Fact]
    public void It_is_replaced_once()
    {
        Closed.Given(new GlassBroken()).When(new ReplaceGlass()).Then(new GlassReplaced());
        Closed.Given(new GlassBroken()).Given(new GlassReplaced()).When(new ReplaceGlass()).ThenNothing();
        Closed.When(new ReplaceGlass()).ThenNothing();
    }

    [Fact]
    public void Throws_on_an_event_that_it_does_not_know() =>
        Assert.Throws<InvalidOperationException>(() => Open.Given(new Domain.KnowledgeArticles.KnowledgeArticleEvent.Restored()));
}
