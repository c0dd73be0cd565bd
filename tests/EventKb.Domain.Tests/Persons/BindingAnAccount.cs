using EventKb.Domain.Persons;
using static EventKb.Domain.Persons.IdentityCommand;
using static EventKb.Domain.Persons.IdentityEvent;

namespace EventKb.Domain.Tests.Persons;

/// <summary>Two persons say whose an account of a sign-in provider is, and neither of them is the one.</summary>
public sealed class BindingAnAccount
{
    private static readonly PersonId Cilda = new("RIGA/person/cilda");
    private static readonly Propose Said = new(Cilda, "https://login.example", "c1lda");

    private static Spec Proposed => new Spec(Identity.Decider).When(Said);

    private static Spec Bound => Proposed.By(Spec.Berta).When(new Confirm());

    [Fact]
    public void Takes_two()
    {
        Proposed.Then(new Proposed(Cilda)).ThenContent(new Content { Title = "c1lda", Summary = "https://login.example" });
        Proposed.When(new Confirm()).ThenRejected("SAME_PERSON");
        Proposed.By(Spec.Berta).OnBehalfOf(Spec.Anna).When(new Confirm()).ThenRejected("SAME_PERSON");
        Bound.Then(new Confirmed());
    }

    [Fact]
    public void Is_never_for_oneself()
    {
        new Spec(Identity.Decider).By(Cilda).When(Said).ThenRejected("OWN_IDENTITY");
        new Spec(Identity.Decider).OnBehalfOf(Cilda).When(Said).ThenRejected("OWN_IDENTITY");
        Proposed.By(Cilda).When(new Confirm()).ThenRejected("OWN_IDENTITY");
    }

    [Fact]
    public void Of_another_needs_a_release_first()
    {
        Bound.When(Said with { Person = Spec.Anna }).ThenRejected("IDENTITY_TAKEN", "person");
        Bound.When(Said).ThenNothing();
        Bound.When(new Confirm()).ThenNothing();
        var released = Bound.When(new Release()).Then(new Released());
        released.When(new Release()).ThenNothing();
        released.By(Cilda).When(new Confirm()).ThenRejected("IDENTITY_RELEASED");
        released.When(Said with { Person = Spec.Anna }).Then(new Proposed(Spec.Anna));
        Bound.For(null).When(new Release()).ThenRejected("INVALID_INPUT", "reasonCode");
        new Spec(Identity.Decider).When(new Confirm()).ThenRejected("NOT_FOUND");
    }

    [Fact]
    public void Ends_when_the_person_is_forgotten()
    {
        var forgotten = Bound.When(new Forget("VDAR 17. pants"));
        forgotten.Then(new TextsErased(1, "VDAR 17. pants"), new Released());
        forgotten.When(new Forget("VDAR 17. pants")).ThenNothing();
        Bound.When(new Forget("x y z")).ThenRejected("INVALID_INPUT", "legalBasis");
    }

    [Theory]
    [InlineData("", "s", "issuer")]
    [InlineData("https://login.example", "", "subject")]
    [InlineData("https://login.example", "a\nb", "subject")]
    public void Names_issuer_and_subject(string issuer, string subject, string field) =>
        new Spec(Identity.Decider).When(new Propose(Cilda, issuer, subject)).ThenRejected("INVALID_INPUT", field);
}
