using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;
using static EventKb.Domain.Tests.Ownership.Facts;
using static EventKb.Domain.Tests.Spec;

namespace EventKb.Domain.Tests.Ownership;

/// <summary>Duties that follow the institution's register of them.</summary>
public sealed class FollowingARegisterOfDuties
{
    private static Mirror Seen(PersonId holder, DateOnly from, DateOnly? until = null, Duty duty = Duty.ServiceOwner) =>
        new(duty, Service, holder, Riga, from, until, Order);

    [Fact]
    public void Opens_a_term_and_the_second_time_says_nothing() =>
        Facts.Spec.When(Seen(Anna, Jan(1))).Then(Assigned(1, Anna, Jan(1))).When(Seen(Anna, Jan(1))).ThenNothing();

    [Fact]
    public void Passes_the_duty_on_where_somebody_else_holds_it_in_whatever_order_the_rows_come()
    {
        var passed = Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Seen(Berta, Jul(1))).Then(new Transferred(1, 2, Berta, Riga, Jul(1), null, Order));
        passed.When(Seen(Anna, Jan(1), Jul(1))).ThenNothing();
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).For("holder-left").When(Seen(Anna, Jan(1), Jul(1))).Then(new Ended(1, Jul(1)))
            .When(Seen(Berta, Jul(1))).Then(Assigned(2, Berta, Jul(1)));
    }

    [Fact]
    public void Lets_several_provide_a_service_at_once() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), duty: Duty.ServiceProvider)).When(Seen(Berta, Jul(1), duty: Duty.ServiceProvider))
            .Then(Assigned(2, Berta, Jul(1), duty: Duty.ServiceProvider));

    [Fact]
    public void Corrects_what_the_register_says_otherwise_of_a_term()
    {
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).When(Seen(Anna, Jan(1)))
            .Then(new Corrected(1, Anna, Riga, Jan(1), null, Order));
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Seen(Anna, Jan(1)) with { Basis = new("2-2/1", Jan(2)) })
            .Then(new Corrected(1, Anna, Riga, Jan(1), null, new("2-2/1", Jan(2))));
    }

    [Fact]
    public void Ends_a_term_that_the_register_no_longer_has() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(new MirrorAbsence(1, Jul(1))).Then(new Ended(1, Jul(1)))
            .When(new MirrorAbsence(1, Jul(2))).ThenNothing()
            .When(new MirrorAbsence(2, Jul(2))).ThenRejected("NOT_FOUND", "term");

    [Fact]
    public void Does_not_follow_a_register_that_says_what_cannot_be()
    {
        Facts.Spec.Given(Assigned(1, Anna, Jul(1))).When(Seen(Berta, Jan(1))).ThenRejected("DUTY_ALREADY_HELD", "from");
        Facts.Spec.When(Seen(default, Jan(1))).ThenRejected("INVALID_INPUT", "holder");
        Facts.Spec.When(Seen(Anna, Jan(1), Jan(1))).ThenRejected("INVALID_INPUT", "until");
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Seen(Anna, Jan(1), Jan(1))).ThenRejected("INVALID_INPUT", "on");
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(new MirrorAbsence(1, Jan(1))).ThenRejected("INVALID_INPUT", "on");
        Facts.Spec.When(new MirrorAbsence(1, Jan(1))).ThenRejected("NOT_FOUND");
    }
}
