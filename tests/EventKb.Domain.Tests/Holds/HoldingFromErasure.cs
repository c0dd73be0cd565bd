using EventKb.Domain.Holds;
using static EventKb.Domain.Holds.LegalHoldCommand;
using static EventKb.Domain.Holds.LegalHoldEvent;

namespace EventKb.Domain.Tests.Holds;

public sealed class HoldingFromErasure
{
    private const string Basis = "KPL 190. pants";
    private static readonly string Anna = Tests.Spec.Anna.Value;
    private static readonly Placed Held = new(Anna, "A-1", Basis);

    private static Spec Spec => new(LegalHold.Decider);

    [Fact]
    public void A_case_holds_something() => Spec.When(new Place(Anna, "A-1", Basis)).Then(Held);

    [Fact]
    public void Once() => Spec.Given(Held).When(new Place(Anna, "A-1", Basis)).ThenNothing();

    [Fact]
    public void And_another_too() => Spec.Given(Held).When(new Place(Anna, "A-2", Basis)).Then(new Placed(Anna, "A-2", Basis));

    [Fact]
    public void One_lets_go_and_the_other_does_not()
    {
        var spec = Spec.Given(Held).Given(new Placed(Anna, "A-2", Basis)).When(new Release("A-1")).Then(new Released("A-1"));
        Assert.Equal(["A-2"], ((LegalHoldState)spec.State).OpenCases.Select(open => open.Key));
        Assert.False(new HoldReference("id", Tests.Spec.Anna.Stream!.Value).IsIn(spec.State, default));
        Assert.True(new HoldReference("id", Tests.Spec.Anna.Stream!.Value).IsIn(LegalHoldState.Empty, default));
    }

    [Fact]
    public void A_case_can_hold_again_what_it_let_go() =>
        Spec.Given(Held).Given(new Released("A-1")).When(new Place(Anna, "A-1", Basis)).Then(Held);

    [Theory]
    [InlineData("nothing", "A-1", Basis, "held")]
    [InlineData("RIGA/person/anna", "", Basis, "case")]
    [InlineData("RIGA/person/anna", "Anna 010180-12345", Basis, "case")]
    [InlineData("RIGA/person/anna", "A-1", "because", "legalBasis")]
    public void Is_refused_when_the_input_is_wrong(string held, string number, string basis, string field)
    {
        var rejected = Assert.IsType<Rejection>(Spec.Asked(new Place(held, number, basis)));
        Assert.Equal(field, rejected.Field);
    }

    [Fact]
    public void What_no_case_holds_is_not_let_go()
    {
        Spec.When(new Release("A-1")).ThenRejected("NOT_HELD", "case");
        Spec.Given(Held).Given(new Released("A-1")).When(new Release("A-1")).ThenRejected("NOT_HELD", "case");
    }
}
