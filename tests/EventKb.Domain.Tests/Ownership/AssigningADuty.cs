using EventKb.Domain.Ownership;
using static EventKb.Domain.Tests.Ownership.Facts;
using static EventKb.Domain.Tests.Spec;

namespace EventKb.Domain.Tests.Ownership;

public class AssigningADuty
{
    [Fact]
    public void Opens_the_first_term() =>
        Facts.Spec.When(Assign(Anna, Jan(1))).Then(Assigned(1, Anna, Jan(1)));

    [Fact]
    public void May_follow_a_term_on_the_day_it_is_over() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).When(Assign(Berta, Jul(1))).Then(Assigned(2, Berta, Jul(1)));

    [Fact]
    public void Twice_says_nothing_new() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Assign(Anna, Jan(1))).ThenNothing();

    [Fact]
    public void Is_refused_while_another_holds_it() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).When(Assign(Berta, Jan(31)))
            .ThenRejected("DUTY_ALREADY_HELD", "from");

    [Fact]
    public void Is_refused_when_it_would_run_into_a_later_term() =>
        Facts.Spec.Given(Assigned(1, Anna, Jul(1))).When(Assign(Berta, Jan(1))).ThenRejected("DUTY_ALREADY_HELD", "from");

    [Fact]
    public void May_be_shared_among_providers() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), duty: Duty.ServiceProvider))
            .When(Assign(Berta, Jan(1), duty: Duty.ServiceProvider))
            .Then(Assigned(2, Berta, Jan(1), duty: Duty.ServiceProvider));

    [Fact]
    public void Of_a_provider_is_refused_to_one_who_provides_already() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), duty: Duty.ServiceProvider))
            .When(Assign(Anna, Jul(1), duty: Duty.ServiceProvider))
            .ThenRejected("DUTY_ALREADY_HELD", "from");

    [Fact]
    public void Is_refused_to_the_deputy_of_those_days() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).Given(Appointed(1, Berta, Jan(1)))
            .When(Assign(Berta, Jul(1))).ThenRejected("DEPUTY_IS_HOLDER", "holder");

    [Fact]
    public void Of_another_duty_is_refused_in_this_stream() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1)))
            .When(Assign(Berta, Jul(1), duty: Duty.ResourceOwner)).ThenRejected("INVALID_INPUT", "subject");

    [Fact]
    public void Stops_at_the_most_terms_a_stream_may_have()
    {
        var spec = Facts.Spec;
        for (var term = 1; term <= Limits.Items; term++)
            spec.Given(Assigned(term, Anna, Jan(1).AddDays(term), Jan(2).AddDays(term)));
        spec.When(Assign(Anna, Jan(1))).ThenRejected("DUTY_ALREADY_HELD", "from");
        spec.When(Assign(Anna, new DateOnly(2100, 1, 1))).ThenRejected("LIMIT_REACHED");
    }

    public static TheoryData<OwnershipAssignmentCommand.Assign, string> Malformed => new()
    {
        { Assign(Anna, Jan(1), duty: (Duty)9), "duty" },
        { Assign(Anna, Jan(1)) with { Subject = "RIGA" }, "subject" },
        { Assign(Anna, Jan(1)) with { Subject = "RIGA/knowledge-article/1" }, "subject" },
        { Assign(Anna, Jan(1), duty: Duty.ServicePortfolioOwner), "subject" },
        { Assign(default, Jan(1)), "holder" },
        { Assign(new PersonId(new string('a', Limits.Tag + 1)), Jan(1)), "holder" },
        { Assign(Anna, Jan(1)) with { HolderInstitution = default }, "holderInstitution" },
        { Assign(Anna, new DateOnly(1889, 12, 31)), "from" },
        { Assign(Anna, Jan(1), new DateOnly(2201, 1, 1)), "until" },
        { Assign(Anna, Jan(1), Jan(1)), "until" },
        { Assign(Anna, Jan(1)) with { Basis = new(" ", Jan(1)) }, "basis.order" },
        { Assign(Anna, Jan(1)) with { Basis = new(new string('1', Limits.Tag + 1), Jan(1)) }, "basis.order" },
        { Assign(Anna, Jan(1)) with { Basis = new("1", default) }, "basis.date" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Names_the_field_that_is_to_blame(OwnershipAssignmentCommand.Assign command, string field) =>
        Facts.Spec.When(command).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Of_a_portfolio_takes_the_institutions_code() =>
        Facts.Spec.When(Assign(Anna, Jan(1), duty: Duty.ResourcePortfolioOwner) with { Subject = "RIGA" })
            .Then(Assigned(1, Anna, Jan(1), duty: Duty.ResourcePortfolioOwner) with { Subject = "RIGA" });
}
