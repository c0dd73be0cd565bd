using EventKb.Domain.Persons;
using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;

namespace EventKb.Domain.Tests.Persons;

/// <summary>What somebody may do, on which days.</summary>
public sealed class GivingRights
{
    private static readonly DateOnly May = new(2026, 5, 4);

    private static Spec Program => new Spec(Person.Decider).Given(new Registered(PersonKind.ServiceAccount), new Content { Title = "Imports" });

    private static Spec Granted => Program.When(new GrantRight(PersonRight.Import, May, null));

    [Fact]
    public void Holds_from_its_first_day_to_before_its_last()
    {
        Granted.Then(new RightGranted(PersonRight.Import, May, null));
        var revoked = Granted.When(new RevokeRight(PersonRight.Import, May.AddDays(9))).Then(new RightRevoked(PersonRight.Import, May.AddDays(9)));
        var state = (PersonState)revoked.State;
        Assert.Equal([false, true, true, false], new[] { -1, 0, 8, 9 }.Select(days => state.RightsOn(May.AddDays(days)).Any()));
        revoked.When(new GrantRight(PersonRight.Import, May.AddDays(20), May.AddDays(30))).Then(new RightGranted(PersonRight.Import, May.AddDays(20), May.AddDays(30)));
        Assert.Equal([true, false, true, false], new[] { 0, 9, 20, 30 }.Select(days => ((PersonState)revoked.State).RightsOn(May.AddDays(days)).Any()));
    }

    [Fact]
    public void Is_said_once()
    {
        Granted.When(new GrantRight(PersonRight.Import, May, null)).ThenNothing();
        Granted.When(new GrantRight(PersonRight.Import, May.AddDays(1), null)).ThenRejected("RIGHT_EXISTS", "from");
        Granted.When(new GrantRight(PersonRight.Erase, May, null)).Then(new RightGranted(PersonRight.Erase, May, null));
        Program.When(new RevokeRight(PersonRight.Import, May)).ThenRejected("NOT_FOUND", "right");
        Granted.When(new RevokeRight(PersonRight.Import, May)).When(new RevokeRight(PersonRight.Import, May.AddDays(1))).ThenNothing();
        Program.When(new GrantRight(PersonRight.Import, May, May)).ThenRejected("INVALID_INPUT", "until");
    }

    [Fact]
    public void Is_given_by_another_and_to_nobody_but_a_person_or_a_program()
    {
        Program.By(new PersonId("RIGA/person/1")).When(new GrantRight(PersonRight.Import, May, null)).ThenRejected("OWN_RIGHT");
        new Spec(Person.Decider).Given(new Registered(PersonKind.Group), new Content { Title = "g" })
            .When(new GrantRight(PersonRight.Import, May, null)).ThenRejected("NO_RIGHTS", "id");
    }

    [Fact]
    public void Is_nothing_for_who_may_not_sign_in()
    {
        Assert.Empty(((PersonState)Granted.When(new Disable()).State).RightsOn(May));
        Assert.Empty(((PersonState)Granted.When(new Leave(May.AddDays(1))).State).RightsOn(May.AddDays(1)));
        Assert.Empty(((PersonState)Granted.When(new Erase("VDAR 17. pants")).State).RightsOn(May));
        Assert.Single(((PersonState)Granted.When(new Disable()).When(new Enable()).State).RightsOn(May));
    }

    [Fact]
    public void Gives_a_role_over_an_institution_and_the_rights_of_the_ledger_over_nothing_less()
    {
        var (riga, ogre) = (new InstitutionCode("RIGA"), new InstitutionCode("OGRE"));
        var granted = Program.When(new GrantRight(PersonRight.Audit, May, null, riga)).Then(new RightGranted(PersonRight.Audit, May, null, riga))
            .When(new GrantRight(PersonRight.Audit, May, null, riga)).ThenNothing()
            .When(new GrantRight(PersonRight.Audit, May, null)).Then(new RightGranted(PersonRight.Audit, May, null))
            .When(new RevokeRight(PersonRight.Audit, May, ogre)).ThenRejected("NOT_FOUND", "right")
            .When(new RevokeRight(PersonRight.Audit, May.AddDays(2))).Then(new RightRevoked(PersonRight.Audit, May.AddDays(2)));
        Assert.Equal([new RightOver(PersonRight.Audit, riga)], ((PersonState)granted.State).RightsOn(May.AddDays(2)));
        Assert.Equal([true, false], new[] { riga, ogre }.Select(new RightOver(PersonRight.Audit, riga).Covers));
        Program.When(new GrantRight(PersonRight.Erase, May, null, riga)).ThenRejected("INVALID_INPUT", "over");
        Program.When(new GrantRight(PersonRight.Audit, May, null, new InstitutionCode("no code"))).ThenRejected("INVALID_INPUT", "over");
    }
}
