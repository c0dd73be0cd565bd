using Xunit.Sdk;
using static EventKb.Domain.Erasure.ErasureCommand;
using static EventKb.Domain.Erasure.ErasureEvent;

namespace EventKb.Domain.Tests.SpecTests;

/// <summary>A spec that cannot fail proves nothing: each of these must be red inside.</summary>
public sealed class SpecHelper
{
    private static readonly ContentErased Happened = new(3, "RIGA/knowledge-article/1", "VDAR 17");
    private static readonly EraseContent Erase = new(3, "RIGA/knowledge-article/1", "VDAR 17");
    private static readonly EraseContent Wrong = new(0, "RIGA/knowledge-article/1", "VDAR 17");

    private static Spec Spec => new(Domain.Erasure.Erasure.Decider);

    [Fact]
    public void Is_green_when_the_outcome_is_exactly_as_told()
    {
        Spec.When(Erase).Then(Happened);
        Spec.Given(Happened).When(Erase).ThenNothing();
        Spec.When(Wrong).ThenRejected("INVALID_INPUT", "position");
    }

    [Fact]
    public void Is_red_when_an_event_is_missing() => Red(() => Spec.When(Erase).Then(Happened, Happened));

    [Fact]
    public void Is_red_when_there_is_an_event_too_many() => Red(() => Spec.When(Erase).ThenNothing());

    [Fact]
    public void Is_red_when_the_event_says_something_else() => Red(() => Spec.When(Erase).Then(Happened with { Position = 4 }));

    [Fact]
    public void Is_red_when_events_were_told_and_the_command_is_refused() => Red(() => Spec.When(Wrong).ThenNothing());

    [Fact]
    public void Is_red_when_a_refusal_was_told_and_the_command_is_accepted() =>
        Red(() => Spec.When(Erase).ThenRejected("INVALID_INPUT", "position"));

    [Fact]
    public void Is_red_when_the_refusal_is_another() => Red(() => Spec.When(Wrong).ThenRejected("NOT_FOUND", "position"));

    [Fact]
    public void Is_red_when_the_refusal_blames_another_field() =>
        Red(() => Spec.When(Wrong).ThenRejected("INVALID_INPUT", "stream"));

    [Fact]
    public void Is_red_when_the_texts_are_others() => Red(() => Spec.When(Erase).ThenContent(new Content { Title = "other" }));

    [Fact]
    public void Is_red_when_nothing_was_asked()
    {
        Red(() => Spec.Given(Happened).ThenNothing());
        Red(() => Spec.Given(Happened).ThenRejected("INVALID_INPUT"));
    }

    private static void Red(Action spec) => Assert.IsAssignableFrom<XunitException>(Record.Exception(spec));
}
