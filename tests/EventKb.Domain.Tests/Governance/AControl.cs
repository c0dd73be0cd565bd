using CsCheck;
using EventKb.Domain.Governance;
using static EventKb.Domain.Governance.ControlCommand;
using static EventKb.Domain.Governance.ControlEvent;

namespace EventKb.Domain.Tests.Governance;

public class AControl
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly ExactVersion Version = new("RIGA/knowledge-article/0123", 2, 17);
    private static readonly Content Texts = new() { Title = "I ceturksnis", Summary = "Trīs raksti" };
    private static readonly Content Stale = new() { Comment = "Novecojis" };
    private static readonly Content Renewed = new() { Comment = "Atjaunots" };

    private static readonly Perform PerformInSpring =
        new(Duty.ServicePortfolioOwner, "RIGA", January, April, [Version], Texts.Title!, Texts.Summary);

    private static readonly Performed PerformedInSpring = new(Duty.ServicePortfolioOwner, "RIGA", January, April, [Version]);
    private static readonly RaiseFinding RaiseStale = new(Spec.Berta, April, Version, Stale.Comment!);
    private static readonly FindingRaised RaisedStale = new(1, Spec.Berta, April, Version);

    private static Spec Empty => new(Control.Decider);

    private static Spec Done => Empty.Given(PerformedInSpring, Texts);

    private static Spec WithFinding => Done.Given(RaisedStale, Stale);

    private static Spec WithClosedFinding => WithFinding.Given(new FindingClosed(1), Renewed);

    [Fact]
    public void Is_recorded_with_its_sample() => Empty.When(PerformInSpring).Then(PerformedInSpring).ThenContent(Texts);

    [Fact]
    public void Is_recorded_once()
    {
        Done.When(PerformInSpring with { Sample = [Version with { }] }).ThenNothing();
        Done.When(PerformInSpring with { Title = "II ceturksnis" }).ThenRejected("ALREADY_PERFORMED");
        Done.When(PerformInSpring with { Sample = [] }).ThenRejected("ALREADY_PERFORMED");
    }

    [Fact]
    public void Numbers_its_findings() =>
        Done.When(RaiseStale).Then(RaisedStale).ThenContent(Stale)
            .When(RaiseStale with { Comment = "Cits" }).Then(RaisedStale with { Finding = 2 });

    [Fact]
    public void Takes_the_same_finding_once() => WithFinding.When(RaiseStale).ThenNothing();

    [Fact]
    public void Has_no_findings_before_it_is_performed()
    {
        Empty.When(RaiseStale).ThenRejected("NOT_FOUND");
        Empty.When(new CloseFinding(1, null)).ThenRejected("NOT_FOUND");
    }

    [Fact]
    public void Closes_a_finding() =>
        WithFinding.When(new CloseFinding(1, Renewed.Comment)).Then(new FindingClosed(1)).ThenContent(Renewed);

    [Fact]
    public void Closes_a_finding_without_a_word() =>
        WithFinding.When(new CloseFinding(1, null)).Then(new FindingClosed(1)).ThenContent([null]);

    [Fact]
    public void Closes_a_finding_once()
    {
        WithClosedFinding.When(new CloseFinding(1, Renewed.Comment)).ThenNothing();
        WithClosedFinding.When(new CloseFinding(1, null)).ThenNothing();
        WithClosedFinding.When(new CloseFinding(1, "Tomēr nav")).ThenRejected("FINDING_CLOSED", "finding");
    }

    [Fact]
    public void Closes_no_finding_that_was_never_raised() =>
        WithFinding.When(new CloseFinding(2, null)).ThenRejected("NOT_FOUND", "finding");

    [Fact]
    public void Has_bounded_findings()
    {
        var spec = Done;
        for (var number = 1; number <= Limits.Items; number++)
            spec.Given(RaisedStale with { Finding = number }, Stale);
        spec.When(RaiseStale with { Comment = "Cits" }).ThenRejected("LIMIT_REACHED");
    }

    public static TheoryData<ControlCommand, string> Malformed => new()
    {
        { PerformInSpring with { Duty = (Duty)(-1) }, "duty" },
        { PerformInSpring with { Subject = "" }, "subject" },
        { PerformInSpring with { From = default }, "from" },
        { PerformInSpring with { Until = January }, "until" },
        { PerformInSpring with { Sample = [.. Enumerable.Repeat(Version, Limits.Items + 1)] }, "sample" },
        { PerformInSpring with { Sample = [Version with { Stream = "RIGA/control/1" }] }, "sample" },
        { PerformInSpring with { Sample = [Version with { Number = 0 }] }, "sample" },
        { PerformInSpring with { Title = "" }, "title" },
        { PerformInSpring with { Summary = new string('s', Limits.Summary + 1) }, "summary" },
        { RaiseStale with { Responsible = default }, "responsible" },
        { RaiseStale with { DueOn = new(1899, 1, 1) }, "dueOn" },
        { RaiseStale with { About = Version with { Position = 0 } }, "about" },
        { RaiseStale with { Comment = "" }, "comment" },
        { RaiseStale with { Comment = new string('c', Limits.Comment + 1) }, "comment" },
        { new CloseFinding(1, new string('c', Limits.Comment + 1)), "comment" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Names_the_field_that_is_to_blame(ControlCommand command, string field) =>
        WithFinding.When(command).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Comes_out_the_same_when_history_is_replayed() =>
        Gen.OneOf<ControlCommand>(
            Gen.Bool.Select(same => (ControlCommand)(same ? PerformInSpring : PerformInSpring with { Title = "Cits" })),
            Gen.Int[1, 5].Select(n => (ControlCommand)(RaiseStale with { Comment = $"Nr. {n}" })),
            Gen.Select(Gen.Int[0, 5], Gen.Int[1, 2], (n, text) => (ControlCommand)new CloseFinding(n, $"Nr. {text}")))
            .Array[0, 20].Sample(commands => History.Of(Control.Decider, commands).ReplaysTo(Control.Decider), iter: 300);
}
