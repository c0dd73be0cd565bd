using EventKb.Domain.Ownership;
using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;
using static EventKb.Domain.Tests.Ownership.Facts;
using static EventKb.Domain.Tests.Spec;

namespace EventKb.Domain.Tests.Ownership;

public class TransferringADuty
{
    [Fact]
    public void Ends_the_term_and_opens_the_next_on_the_same_day() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1)))
            .When(Transfer(1, Berta, Jul(1)))
            .Then(new Transferred(1, 2, Berta, Riga, Jul(1), null, Order))
            .When(Assign(Cecilija, Jan(15))).ThenRejected("DUTY_ALREADY_HELD", "from");

    [Fact]
    public void Twice_says_nothing_new() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Transfer(1, Berta, Jul(1))).When(Transfer(1, Berta, Jul(1)))
            .ThenNothing();

    [Fact]
    public void Is_refused_before_anyone_was_assigned() =>
        Facts.Spec.When(Transfer(1, Berta, Jul(1))).ThenRejected("NOT_FOUND");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(int.MinValue)]
    public void Is_refused_from_a_term_that_never_was(int term) =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Transfer(term, Berta, Jul(1))).ThenRejected("NOT_FOUND", "fromTerm");

    [Fact]
    public void Is_refused_on_the_terms_first_day() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Transfer(1, Berta, Jan(1))).ThenRejected("INVALID_INPUT", "on");

    [Fact]
    public void Is_refused_after_the_term_is_over() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).When(Transfer(1, Berta, Jul(2))).ThenRejected("INVALID_INPUT", "on");

    [Fact]
    public void Is_refused_when_the_new_term_would_run_into_another() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).Given(Assigned(2, Cecilija, Jul(1)))
            .When(Transfer(1, Berta, Jan(15))).ThenRejected("DUTY_ALREADY_HELD", "from");

    [Fact]
    public void Is_refused_to_the_deputy_of_those_days() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).Given(Appointed(1, Berta, Jan(1)))
            .When(Transfer(1, Berta, Jul(1))).ThenRejected("DEPUTY_IS_HOLDER", "holder");

    public static TheoryData<Transfer, string> Malformed => new()
    {
        { Transfer(1, default, Jul(1)), "holder" },
        { Transfer(1, Berta, Jul(1)) with { HolderInstitution = new("no code") }, "holderInstitution" },
        { Transfer(1, Berta, new DateOnly(2300, 1, 1)), "on" },
        { Transfer(1, Berta, Jul(1), Jul(1)), "until" },
        { Transfer(1, Berta, Jul(1)) with { Basis = new("", Jan(1)) }, "basis.order" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Names_the_field_that_is_to_blame(Transfer command, string field) =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(command).ThenRejected("INVALID_INPUT", field);
}

public class EndingATerm
{
    [Fact]
    public void Leaves_the_duty_vacant_from_that_day() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1)))
            .When(new End(1, Jul(1))).Then(new Ended(1, Jul(1)))
            .When(Assign(Berta, Jul(1))).Then(Assigned(2, Berta, Jul(1)));

    [Fact]
    public void Twice_says_nothing_new() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(new End(1, Jul(1))).When(new End(1, Jul(1))).ThenNothing();

    [Fact]
    public void On_the_planned_day_still_says_why() =>
        Facts.Spec.For("holder-left").Given(Assigned(1, Anna, Jan(1), Jul(1))).When(new End(1, Jul(1)))
            .Then(new Ended(1, Jul(1)));

    [Fact]
    public void Needs_a_reason() =>
        Facts.Spec.For(null).Given(Assigned(1, Anna, Jan(1))).When(new End(1, Jul(1)))
            .ThenRejected("INVALID_INPUT", "reasonCode");

    [Fact]
    public void Is_refused_before_anyone_was_assigned() => Facts.Spec.When(new End(1, Jul(1))).ThenRejected("NOT_FOUND");

    [Fact]
    public void Is_refused_for_a_term_that_never_was() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(new End(2, Jul(1))).ThenRejected("NOT_FOUND", "term");

    [Fact]
    public void Is_refused_on_its_first_day() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(new End(1, Jan(1))).ThenRejected("INVALID_INPUT", "on");

    [Fact]
    public void Does_not_lengthen_it() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).When(new End(1, Jul(2))).ThenRejected("INVALID_INPUT", "on");
}

public class CorrectingATerm
{
    [Fact]
    public void Takes_the_corrected_facts_for_what_was() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1)))
            .When(Correct(1, Berta, Jan(15), Jul(1))).Then(new Corrected(1, Berta, Riga, Jan(15), Jul(1), Order))
            .When(Assign(Cecilija, Jan(1), Jan(15))).Then(Assigned(2, Cecilija, Jan(1), Jan(15)));

    [Fact]
    public void Twice_says_nothing_new() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Correct(1, Berta, Jan(1))).When(Correct(1, Berta, Jan(1))).ThenNothing();

    [Fact]
    public void Keeps_the_reason_of_an_end_that_was_right()
    {
        var spec = Facts.Spec.For("holder-left").Given(Assigned(1, Anna, Jan(1))).When(new End(1, Jul(1)));
        Assert.Equal("holder-left", TermOf(spec.When(Correct(1, Anna, Jan(2), Jul(1)))).EndReason);
        Assert.Null(TermOf(spec.When(Correct(1, Anna, Jan(2)))).EndReason);
    }

    [Fact]
    public void Is_refused_when_it_would_overlap_another_term() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).Given(Assigned(2, Berta, Jul(1)))
            .When(Correct(1, Anna, Jan(1), Jul(2))).ThenRejected("DUTY_ALREADY_HELD", "from");

    [Fact]
    public void Is_refused_when_the_holder_was_the_deputy() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).Given(Appointed(1, Berta, Jul(1), Jul(9)))
            .When(Correct(1, Berta, Jan(1))).ThenRejected("DEPUTY_IS_HOLDER", "holder");

    [Fact]
    public void Needs_a_reason() =>
        Facts.Spec.For(" ").Given(Assigned(1, Anna, Jan(1))).When(Correct(1, Berta, Jan(1)))
            .ThenRejected("INVALID_INPUT", "reasonCode");

    [Fact]
    public void Is_refused_before_anyone_was_assigned() => Facts.Spec.When(Correct(1, Anna, Jan(1))).ThenRejected("NOT_FOUND");

    [Fact]
    public void Is_refused_for_a_term_that_never_was() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Correct(7, Anna, Jan(1))).ThenRejected("NOT_FOUND", "term");

    [Fact]
    public void Is_refused_when_it_ends_before_it_begins() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Correct(1, Anna, Jul(1), Jan(1))).ThenRejected("INVALID_INPUT", "until");

    private static Term TermOf(Tests.Spec spec) => ((OwnershipAssignmentState)spec.State).Terms[1];
}
