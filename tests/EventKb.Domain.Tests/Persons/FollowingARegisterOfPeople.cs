using EventKb.Domain.Persons;
using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;

namespace EventKb.Domain.Tests.Persons;

/// <summary>A directory that follows the institution's register of people.</summary>
public sealed class FollowingARegisterOfPeople
{
    private static readonly DateOnly May = new(2026, 5, 4);
    private static readonly Content Named = new() { Title = "Anna Bērziņa", Email = "anna@example.lv" };
    private static readonly Mirror Seen = new(PersonKind.Person, "people:hr", "Anna Bērziņa", "anna@example.lv", null, May);

    private static Spec Nobody => new(Person.Decider);

    private static Spec Registered => Nobody.Given(new Registered(PersonKind.Person, "people:hr"), Named);

    [Fact]
    public void Enters_who_is_new_and_says_nothing_of_who_is_as_before() =>
        Nobody.When(Seen).Then(new Registered(PersonKind.Person, "people:hr")).ThenContent(Named).When(Seen with { SeenOn = May.AddDays(9) }).ThenNothing();

    [Fact]
    public void Says_another_name_from_the_day_on_which_it_was_seen_and_never_before_the_last_one() =>
        Registered.When(Seen with { Name = "Anna Kalniņa" }).Then(new Renamed(May))
            .When(Seen with { SeenOn = May.AddDays(-3) }).Then(new Renamed(May)).ThenContent(Named);

    [Fact]
    public void Ends_who_left_and_takes_back_who_came_again()
    {
        Registered.When(Seen with { Until = May }).Then(new Left(May)).When(Seen with { Until = May }).ThenNothing()
            .When(Seen with { Until = May.AddDays(1) }).ThenRejected("PERSON_LEFT")
            .When(Seen with { SeenOn = May.AddDays(5) }).Then(new Returned(May.AddDays(5)))
            .When(Seen with { Until = May.AddDays(5) }).ThenRejected("INVALID_INPUT", "until")
            .When(new MirrorAbsence(May.AddDays(8))).Then(new Left(May.AddDays(8)))
            .When(new MirrorAbsence(May.AddDays(9))).ThenNothing();
        Registered.Given(new Left(May)).When(Seen with { SeenOn = May.AddDays(-1) }).Then(new Returned(May));
        Nobody.When(Seen with { Until = May }).Then(new Registered(PersonKind.Person, "people:hr"), new Left(May));
    }

    [Fact]
    public void Does_not_follow_a_register_that_says_what_cannot_be()
    {
        Nobody.When(Seen with { Name = "" }).ThenRejected("INVALID_INPUT", "name");
        Nobody.When(Seen with { Name = "Anna 010180-12345" }).ThenRejected("LOOKS_LIKE_PERSONAL_CODE", "name");
        Nobody.When(Seen with { Kind = PersonKind.LocalOperator }).ThenRejected("INVALID_INPUT", "kind");
        Nobody.When(Seen with { SeenOn = new(2300, 1, 1) }).ThenRejected("INVALID_INPUT", "seenOn");
        Nobody.When(new MirrorAbsence(May)).ThenRejected("NOT_FOUND");
        Registered.When(Seen with { Kind = PersonKind.Group }).ThenRejected("PERSON_ALREADY_REGISTERED");
        Registered.When(new Erase("VDAR 17. pants")).When(Seen).ThenRejected("PERSON_ERASED");
    }
}
