using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;
using static EventKb.Domain.Tests.Ownership.Facts;
using static EventKb.Domain.Tests.Spec;

namespace EventKb.Domain.Tests.Ownership;

public class DeputisingForAHolder
{
    [Fact]
    public void Begins_with_an_appointment() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Appoint(Berta, Jul(1), Jul(15), "approve"))
            .Then(Appointed(1, Berta, Jul(1), Jul(15), "approve"));

    [Fact]
    public void Twice_the_same_says_nothing_new() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).Given(Appointed(1, Berta, Jul(1), null, "approve"))
            .When(Appoint(Berta, Jul(1), null, "approve")).ThenNothing();

    [Fact]
    public void With_other_powers_is_another_deputyship() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).Given(Appointed(1, Berta, Jul(1), null, "approve"))
            .When(Appoint(Berta, Jul(1), null, "approve", "publish"))
            .Then(Appointed(2, Berta, Jul(1), null, "approve", "publish"));

    [Fact]
    public void Is_refused_to_the_holder_of_those_days() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(Appoint(Anna, Jul(1))).ThenRejected("DEPUTY_IS_HOLDER", "deputy");

    [Fact]
    public void Is_open_to_one_who_held_it_before() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1), Jul(1))).When(Appoint(Anna, Jul(1))).Then(Appointed(1, Anna, Jul(1)));

    [Fact]
    public void Is_refused_before_anyone_was_assigned() => Facts.Spec.When(Appoint(Berta, Jul(1))).ThenRejected("NOT_FOUND");

    [Fact]
    public void Ends_when_the_deputy_is_relieved() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).Given(Appointed(1, Berta, Jan(1)))
            .When(new RelieveDeputy(1, Jul(1))).Then(new DeputyRelieved(1, Jul(1)))
            .When(Transfer(1, Berta, Jul(1))).Then(new Transferred(1, 2, Berta, Riga, Jul(1), null, Order));

    [Fact]
    public void Ends_once() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).Given(Appointed(1, Berta, Jan(1)))
            .When(new RelieveDeputy(1, Jul(1))).When(new RelieveDeputy(1, Jul(1))).ThenNothing()
            .When(new RelieveDeputy(1, Jul(2))).ThenRejected("INVALID_INPUT", "on");

    [Fact]
    public void Cannot_end_on_the_day_it_begins() =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).Given(Appointed(1, Berta, Jul(1)))
            .When(new RelieveDeputy(1, Jul(1))).ThenRejected("INVALID_INPUT", "on");

    [Fact]
    public void Cannot_end_where_it_never_began()
    {
        Facts.Spec.When(new RelieveDeputy(1, Jul(1))).ThenRejected("NOT_FOUND");
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(new RelieveDeputy(1, Jul(1))).ThenRejected("NOT_FOUND", "deputyship");
    }

    [Fact]
    public void Stops_at_the_most_deputyships_a_stream_may_have()
    {
        var spec = Facts.Spec.Given(Assigned(1, Anna, Jan(1)));
        for (var number = 1; number <= Limits.Items; number++)
            spec.Given(Appointed(number, Berta, Jan(1).AddDays(number)));
        spec.When(Appoint(Berta, Jan(1))).ThenRejected("LIMIT_REACHED");
    }

    public static TheoryData<AppointDeputy, string> Malformed => new()
    {
        { Appoint(new PersonId(""), Jul(1)), "deputy" },
        { Appoint(Berta, Jul(2), Jul(1)), "until" },
        { Appoint(Berta, Jul(1), null, ""), "powers" },
        { Appoint(Berta, Jul(1), null, new string('p', Limits.Tag + 1)), "powers" },
        { Appoint(Berta, Jul(1), null, [.. Enumerable.Repeat("p", Limits.Items + 1)]), "powers" },
        { Appoint(Berta, Jul(1)) with { Basis = new("1", new DateOnly(1880, 1, 1)) }, "basis.date" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Names_the_field_that_is_to_blame(AppointDeputy command, string field) =>
        Facts.Spec.Given(Assigned(1, Anna, Jan(1))).When(command).ThenRejected("INVALID_INPUT", field);
}
