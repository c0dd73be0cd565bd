using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.ServiceRecords;
using EventKb.Domain.Tests.ServiceRecords;
using static EventKb.Domain.IncidentProblemLinks.IncidentProblemLinkCommand;
using static EventKb.Domain.IncidentProblemLinks.IncidentProblemLinkEvent;

namespace EventKb.Domain.Tests.IncidentProblemLinks;

public sealed class LinkingAnIncident
{
    private static readonly LinkedPair Pair = new(Incident.Other, Incident.Problem);

    /// <summary>The problem is another institution's.</summary>
    private static readonly LinkedPair Across = Pair with { Problem = ProblemOf("CESIS") };

    private static readonly Propose ByPerson = new(Pair.Incident, Pair.Problem, "Viens disks", null, null);
    private static readonly Propose ByRule = ByPerson with { Rule = "same-resource", Confidence = 0.8 };

    private static Spec Empty => new(IncidentProblemLink.Decider);

    private static Spec Waiting => Empty.When(ByPerson);

    private static Spec Held => Waiting.By(Spec.Berta).When(new Confirm());

    [Fact]
    public void Is_proposed_by_a_person_or_a_rule()
    {
        Empty.When(ByPerson).Then(new Proposed(Pair, null, null)).ThenContent(new Content { Comment = "Viens disks" });
        Empty.When(ByRule).Then(new Proposed(Pair, "same-resource", 0.8));
    }

    public static TheoryData<string, Propose> Malformed => new()
    {
        { "confidence", ByRule with { Confidence = 1.1 } },
        { "confidence", ByRule with { Confidence = -0.1 } },
        { "confidence", ByRule with { Confidence = null } },
        { "confidence", ByPerson with { Confidence = 0.5 } },
        { "explanation", ByRule with { Explanation = " " } },
        { "rule", ByRule with { Rule = "Same Resource" } },
        { "incident", ByPerson with { Incident = Incident.Service } },
        { "problem", ByPerson with { Problem = Incident.Service } },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Is_not_proposed_in_another_form(string field, Propose command) => Empty.When(command).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Is_confirmed_by_another_person_where_the_process_asks_for_four_eyes()
    {
        Waiting.When(new Confirm()).ThenRejected("SAME_PERSON");
        Waiting.By(Spec.Berta).OnBehalfOf(Spec.Anna).When(new Confirm()).ThenRejected("SAME_PERSON");
        Waiting.By(Spec.Berta).When(new Confirm()).Then(new Confirmed());
        Waiting.Under(new ProcessRules { FourEyes = false }).When(new Confirm()).Then(new Confirmed());
    }

    [Fact]
    public void Is_not_confirmed_by_whoever_ever_proposed_it() => Waiting.By(Spec.Berta).When(new Reject()).When(new Reopen())
        .By(Spec.Anna).When(new Confirm()).ThenRejected("SAME_PERSON");

    [Fact]
    public void Takes_every_step_that_there_is()
    {
        Waiting.When(new Reject()).Then(new Rejected()).When(new Reopen()).Then(new Reopened()).When(new Withdraw()).Then(new Withdrawn())
            .When(new Reopen()).Then(new Reopened()).By(Spec.Berta).When(new Confirm()).Then(new Confirmed()).When(new Withdraw())
            .Then(new Withdrawn());
    }

    public static TheoryData<string, IncidentProblemLinkCommand, string> Illegal => new()
    {
        { "proposed", ByPerson, "LINK_EXISTS" },
        { "proposed", new Reopen(), "LINK_OPEN" },
        { "confirmed", ByPerson, "LINK_EXISTS" },
        { "confirmed", new Confirm(), "LINK_NOT_PROPOSED" },
        { "confirmed", new Reject(), "LINK_NOT_PROPOSED" },
        { "confirmed", new Reopen(), "LINK_OPEN" },
        { "by-source", ByPerson, "LINK_EXISTS" },
        { "by-source", new Reject(), "LINK_NOT_PROPOSED" },
        { "by-source", new Reopen(), "LINK_OPEN" },
        { "rejected", ByPerson, "LINK_EXISTS" },
        { "rejected", new Confirm(), "LINK_NOT_PROPOSED" },
        { "rejected", new Reject(), "LINK_NOT_PROPOSED" },
        { "rejected", new Withdraw(), "LINK_ENDED" },
        { "withdrawn", ByPerson, "LINK_EXISTS" },
        { "withdrawn", new Confirm(), "LINK_NOT_PROPOSED" },
        { "withdrawn", new Reject(), "LINK_NOT_PROPOSED" },
        { "withdrawn", new Withdraw(), "LINK_ENDED" },
        { "reopened", ByPerson, "LINK_EXISTS" },
        { "reopened", new Reopen(), "LINK_OPEN" },
        { "nothing", new Confirm(), "NOT_FOUND" },
        { "nothing", new WithdrawBySource(), "NOT_FOUND" },
    };

    [Theory]
    [MemberData(nameof(Illegal))]
    public void Refuses_every_other_step(string state, IncidentProblemLinkCommand command, string code) =>
        In(state).By(Spec.Berta).When(command).ThenRejected(code);

    [Fact]
    public void Needs_a_reason_to_be_ended_or_reopened()
    {
        foreach (var command in new IncidentProblemLinkCommand[] { new Reject(), new Withdraw(), new Reopen() })
            In("confirmed").For(null).When(command).ThenRejected("INVALID_INPUT", "reasonCode");
    }

    [Fact]
    public void Holds_by_the_word_of_the_source()
    {
        var source = new ConfirmBySource(Pair.Incident, Pair.Problem);
        Empty.When(source).Then(new ConfirmedBySource(Pair)).When(source).ThenNothing();
        Waiting.When(source).Then(new ConfirmedBySource(Pair));
        In("rejected").When(source).Then(new ConfirmedBySource(Pair));
        Empty.When(source).When(new WithdrawBySource()).Then(new Withdrawn()).When(new WithdrawBySource()).ThenNothing();
        Empty.When(source).When(new Confirm()).Then(new Confirmed());
    }

    [Fact]
    public void Stays_confirmed_by_persons_whatever_the_source_says()
    {
        Held.When(new ConfirmBySource(Pair.Incident, Pair.Problem)).ThenNothing();
        Held.When(new WithdrawBySource()).ThenNothing();
    }

    [Fact]
    public void Is_proposed_by_the_incidents_side_and_answered_by_the_problems()
    {
        Empty.For("x").When(ByPerson with { Problem = Across.Problem }).Then(new Proposed(Across, null, null)).By(Spec.Berta)
            .When(new Confirm()).ThenRejected("WRONG_SIDE");
        new Spec(IncidentProblemLink.Decider).Given(new Proposed(Across, null, null)).When(new Reject()).ThenRejected("WRONG_SIDE");
        var theirs = Pair with { Incident = ServiceRecord.StreamOf(new("CESIS"), null, RecordKind.Incident, "I9").Text };
        Empty.When(ByPerson with { Incident = theirs.Incident }).ThenRejected("WRONG_SIDE");
        var asked = Empty.Given(new Proposed(theirs, null, null)).By(Spec.Berta);
        asked.When(new Withdraw()).ThenRejected("WRONG_SIDE");
        asked.When(new Confirm()).Then(new Confirmed()).When(new Withdraw()).Then(new Withdrawn()).When(new Reopen()).ThenRejected("WRONG_SIDE");
    }

    [Fact]
    public void Joins_an_incident_with_a_problem_alone()
    {
        var kinds = ByPerson.References(default).OfType<RecordReference>().Select(reference => (reference.Field, reference.Kinds.Single()));
        Assert.Equal([("incident", RecordKind.Incident), ("problem", RecordKind.Problem)], kinds);
    }

    private static string ProblemOf(string institution) => ServiceRecord.StreamOf(new(institution), null, RecordKind.Problem, "P9").Text;

    private static Spec In(string state) => state switch
    {
        "nothing" => Empty,
        "proposed" => Waiting,
        "confirmed" => Held,
        "by-source" => Empty.Given(new ConfirmedBySource(Pair)),
        "rejected" => Waiting.When(new Reject()),
        "withdrawn" => Waiting.When(new Withdraw()),
        _ => Waiting.When(new Withdraw()).When(new Reopen()),
    };
}
