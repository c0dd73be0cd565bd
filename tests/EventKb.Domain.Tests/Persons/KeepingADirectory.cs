using EventKb.Domain.Persons;
using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;

namespace EventKb.Domain.Tests.Persons;

/// <summary>An entry of the person directory, from its first name to the last of them gone.</summary>
public sealed class KeepingADirectory
{
    private static readonly DateOnly May = new(2026, 5, 4);
    private static readonly Content Named = new() { Title = "Anna Bērziņa", Email = "anna@example.lv" };

    private static Spec Nobody => new(Person.Decider);

    private static Spec Registered => Nobody.Given(new Registered(PersonKind.Person), Named);

    private static Spec Group => Nobody.Given(new Registered(PersonKind.Group), new Content { Title = "Serveri" });

    [Fact]
    public void Takes_a_name_as_content() =>
        Nobody.When(new Register(PersonKind.Person, "Anna Bērziņa", "anna@example.lv")).Then(new Registered(PersonKind.Person)).ThenContent(Named);

    [Theory]
    [InlineData("", null, "INVALID_INPUT", "name")]
    [InlineData("Anna\nBērziņa", null, "INVALID_INPUT", "name")]
    [InlineData("Anna Bērziņa 010180-12345", null, "LOOKS_LIKE_PERSONAL_CODE", "name")]
    [InlineData("32345678901", null, "LOOKS_LIKE_PERSONAL_CODE", "name")]
    [InlineData("Anna", "anna", "INVALID_INPUT", "email")]
    [InlineData("Anna", "a b@example.lv", "INVALID_INPUT", "email")]
    public void Refuses_what_is_no_name_or_no_address(string name, string? email, string code, string field)
    {
        Nobody.When(new Register(PersonKind.Person, name, email)).ThenRejected(code, field);
        Registered.When(new Rename(name, email, May)).ThenRejected(code, field);
        Nobody.When(new Claim(PersonKind.Person, "git", name, email)).ThenRejected(code, field);
    }

    [Fact]
    public void Refuses_names_longer_than_300_characters()
    {
        Nobody.When(new Register(PersonKind.Person, new string('a', 301), null)).ThenRejected("INVALID_INPUT", "name");
        Nobody.When(new Register(PersonKind.Person, new string('a', 300), null)).Then(new Registered(PersonKind.Person));
    }

    [Fact]
    public void Refuses_a_second_entry_and_a_local_operator()
    {
        Registered.When(new Register(PersonKind.Person, "Anna", null)).ThenRejected("PERSON_ALREADY_REGISTERED");
        Nobody.When(new Register(PersonKind.LocalOperator, "Anna", null)).ThenRejected("INVALID_INPUT", "kind");
        Nobody.When(new Disable()).ThenRejected("NOT_FOUND");
    }

    [Fact]
    public void Believes_a_source_once()
    {
        var claimed = Nobody.When(new Claim(PersonKind.Person, "git", "Anna", "a@b.lv")).Then(new Claimed(PersonKind.Person, "git"));
        claimed.When(new Claim(PersonKind.Person, "git", "Anna Bērziņa", "a@b.lv")).ThenNothing();
    }

    [Fact]
    public void Says_a_new_name_from_its_day()
    {
        var married = new Content { Title = "Anna Kalniņa", Email = "anna@example.lv" };
        var renamed = Registered.When(new Rename("Anna Kalniņa", "anna@example.lv", May)).Then(new Renamed(May)).ThenContent(married);
        renamed.When(new Rename("Anna Kalniņa", "anna@example.lv", May.AddDays(1))).ThenNothing();
        renamed.When(new Rename("Anna Kalniņa", "anna@example.lv", May.AddDays(-1))).Then(new Renamed(May.AddDays(-1)));
    }

    [Fact]
    public void Ends_instead_of_deleting()
    {
        var left = Registered.When(new Leave(May)).Then(new Left(May));
        left.When(new Leave(May)).ThenNothing();
        left.When(new Leave(May.AddDays(1))).ThenRejected("PERSON_LEFT");
        left.When(new Return(May.AddDays(-1))).ThenRejected("INVALID_INPUT", "on");
        left.When(new Return(May.AddDays(9))).Then(new Returned(May.AddDays(9)));
        left.When(new Return(May.AddDays(9))).ThenRejected("PERSON_PRESENT");
        left.When(new Leave(May.AddDays(9))).ThenRejected("INVALID_INPUT", "on");
        left.When(new Leave(May.AddDays(10))).Then(new Left(May.AddDays(10)));
        Registered.For(null).When(new Leave(May)).ThenRejected("INVALID_INPUT", "reasonCode");
    }

    [Fact]
    public void Forbids_and_allows_signing_in()
    {
        var disabled = Registered.When(new Disable()).Then(new Disabled());
        disabled.When(new Disable()).ThenNothing();
        disabled.When(new Enable()).Then(new Enabled());
        disabled.When(new Enable()).ThenNothing();
    }

    [Fact]
    public void Knows_who_belongs_to_a_group_on_which_days()
    {
        var group = Group.When(new AddMember(Spec.Berta, May)).Then(new MemberAdded(Spec.Berta, May));
        group.When(new AddMember(Spec.Berta, May)).ThenNothing();
        group.When(new AddMember(Spec.Berta, May.AddDays(1))).ThenRejected("MEMBER_EXISTS", "member");
        group.When(new RemoveMember(Spec.Berta, May)).ThenRejected("INVALID_INPUT", "from");
        group.When(new RemoveMember(Spec.Berta, May.AddDays(9))).Then(new MemberRemoved(Spec.Berta, May.AddDays(9)));
        group.When(new RemoveMember(Spec.Berta, May.AddDays(10))).ThenRejected("MEMBERSHIP_ENDED", "member");
        group.When(new AddMember(Spec.Berta, May.AddDays(8))).ThenRejected("INVALID_INPUT", "from");
        group.When(new RemoveMember(Spec.Anna, May)).ThenRejected("NOT_FOUND", "member");
        Registered.When(new AddMember(Spec.Berta, May)).ThenRejected("NOT_A_GROUP", "id");
        Registered.When(new RemoveMember(Spec.Berta, May)).ThenRejected("NOT_A_GROUP", "id");
    }

    [Theory]
    [InlineData("Anna Bērziņa", "Anna Bērziņa")]
    [InlineData("  Anna\tB\u0007 ", "Anna B")]
    [InlineData("Anna 010180-12345", "Anna …")]
    [InlineData(" ", "?")]
    public void Takes_of_a_source_what_can_be_a_name(string said, string taken) => Assert.Equal((taken, null), Person.Fit(said, "no address"));

    [Fact]
    public void Shortens_what_a_source_says_at_length()
    {
        var (name, email) = Person.Fit(new string('ā', 1_000_000), new string('a', 400) + "@example.lv");
        Assert.Equal((300, null), (name.Length, email));
    }
}
