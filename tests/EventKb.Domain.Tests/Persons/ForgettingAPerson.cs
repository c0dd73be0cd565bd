using EventKb.Domain.Persons;
using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;

namespace EventKb.Domain.Tests.Persons;

/// <summary>All that was said of somebody in words goes at once, and does not come back.</summary>
public sealed class ForgettingAPerson
{
    private const string Basis = "VDAR 17. pants";
    private static readonly DateOnly May = new(2026, 5, 4);

    private static Spec Renamed => new Spec(Person.Decider)
        .Given(new Claimed(PersonKind.Person, "git"), new Content { Title = "Anna", Email = "a@b.lv" })
        .Given(new Renamed(May), new Content { Title = "Anna Kalniņa" })
        .Given(new Disabled(), new Content { Reason = "Anna aizgāja" });

    [Fact]
    public void Every_text_of_the_entry_goes_with_one_command()
    {
        var decision = Assert.IsType<Accepted>(Renamed.Asked(new Erase(Basis)));
        Assert.Equal(
            [new TextsErased(1, Basis), new TextsErased(2, Basis), new TextsErased(3, Basis), new Erased(Basis)],
            decision.Events.Select(happened => happened.Event));
        Assert.Equal([1L, 2, 3], decision.Events.Select(happened => happened.Erases?.Position).OfType<long>());
        Assert.All(decision.Events.Take(3), happened => Assert.Equal("RIGA/person/1", happened.Erases!.Stream));
    }

    [Fact]
    public void Nothing_can_be_said_of_the_entry_any_more()
    {
        var erased = Renamed.When(new Erase(Basis));
        erased.When(new Rename("Anna", null, May)).ThenRejected("PERSON_ERASED");
        erased.When(new Register(PersonKind.Person, "Anna", null)).ThenRejected("PERSON_ERASED");
        erased.When(new Enable()).ThenRejected("PERSON_ERASED");
        erased.When(new Erase(Basis)).ThenNothing();
    }

    [Fact]
    public void A_source_that_names_them_again_brings_nothing_back() =>
        Renamed.When(new Erase(Basis)).When(new Claim(PersonKind.Person, "git", "Anna", "a@b.lv")).ThenNothing();

    [Fact]
    public void What_was_said_afterwards_can_be_erased_too()
    {
        var erased = Renamed.Because("Anna lūdza").When(new Erase(Basis));
        var decision = Assert.IsType<Accepted>(erased.Because(null).Asked(new Erase(Basis)));
        Assert.All(decision.Events, happened => Assert.IsType<TextsErased>(happened.Event));
        Assert.Equal([4L, 5, 6, 7], decision.Events.Select(happened => happened.Erases!.Position));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Anna Bērziņa to lūdza")]
    public void A_legal_basis_has_no_room_for_a_name(string basis) =>
        Renamed.When(new Erase(basis)).ThenRejected("INVALID_INPUT", "legalBasis");

    [Fact]
    public void Who_is_erased_or_has_left_holds_nothing_from_then_on()
    {
        var reference = PersonReference.ToPerson("holder", new PersonId("RIGA/person/1"))!;
        Assert.True(reference.IsIn(Renamed.State, May));
        Assert.False(reference.IsIn(Renamed.When(new Erase(Basis)).State, May));
        var left = Renamed.Given(new Left(May)).State;
        Assert.Equal((true, false), (reference.IsIn(left, May.AddDays(-1)), reference.IsIn(left, May)));
        Assert.False(reference.IsIn(PersonState.Empty, May));
        Assert.Null(PersonReference.ToPerson("holder", new PersonId("Anna Bērziņa")));
    }

    [Fact]
    public void A_group_keeps_an_article_up_and_holds_no_duty()
    {
        var group = new Spec(Person.Decider).Given(new Registered(PersonKind.Group), new Content { Title = "Serveri" }).State;
        var id = new PersonId("RIGA/person/1");
        Assert.Equal((true, false), (PersonReference.ToPersonOrGroup("person", id)!.IsIn(group, May), PersonReference.ToPerson("holder", id)!.IsIn(group, May)));
    }
}
