using CsCheck;
using EventKb.Domain.Governance;
using static EventKb.Domain.Governance.KnowledgeProcessCommand;
using static EventKb.Domain.Governance.KnowledgeProcessEvent;

namespace EventKb.Domain.Tests.Governance;

public class AKnowledgeProcess
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly July = new(2026, 7, 1);
    private static readonly Content Title = new() { Title = "Zināšanu pārvaldības process" };
    private static readonly Document Order = new("1-2/34", new DateOnly(2025, 12, 1), new string('a', 64));
    private static readonly ProcessRules Strict = new()
    {
        ProvisionalHours = 24,
        ReviewDays = new Dictionary<string, int> { ["known-error"] = 90 },
        Reasons = ["improvement", "outdated"],
        Templates = new Dictionary<string, ValueList<string>> { ["problem-analysis"] = ["situation", "cause"] },
        RetentionDays = new Dictionary<string, int> { ["read-log"] = 400 },
    };

    private static readonly Adopt AdoptStrict = new(Order, January, Scope.Institution, Strict, Title.Title!);
    private static readonly Adopted AdoptedStrict = new(Order, January, Scope.Institution, Strict);
    private static readonly Repealed RepealedInJuly = new(Order, July);

    private static Spec Spec => new(KnowledgeProcess.Decider);

    private static Spec InForce => Spec.Given(AdoptedStrict, Title);

    private static Spec NoLonger => InForce.Given(RepealedInJuly);

    [Fact]
    public void Is_adopted_with_its_title_as_content() => Spec.When(AdoptStrict).Then(AdoptedStrict).ThenContent(Title);

    [Fact]
    public void Is_the_states_only_where_its_institution_is_the_one_registered_for_that()
    {
        var (ofState, adopted) = (AdoptStrict with { Scope = Scope.State }, AdoptedStrict with { Scope = Scope.State });
        Spec.When(ofState).ThenRejected("STATE_RULES_BY_ANOTHER", "scope");
        Spec.WithStateRulesBy(new("VARAM")).When(ofState).ThenRejected("STATE_RULES_BY_ANOTHER", "scope");
        Spec.WithStateRulesBy(Tests.Spec.Institution).When(ofState).Then(adopted);
        Spec.WithStateRulesBy(new("VARAM")).When(AdoptStrict with { Scope = Scope.Sector }).Then(AdoptedStrict with { Scope = Scope.Sector });
    }

    [Fact]
    public void Never_stores_where_its_rules_come_from() =>
        Spec.When(AdoptStrict with { Rules = Strict with { Source = "elsewhere@1" } }).Then(AdoptedStrict);

    [Fact]
    public void Is_adopted_once()
    {
        InForce.When(AdoptStrict with { Rules = Strict with { Reasons = [.. Strict.Reasons] } }).ThenNothing();
        InForce.When(AdoptStrict with { Title = "Cits" }).ThenRejected("ALREADY_ADOPTED");
        InForce.When(AdoptStrict with { InForceFrom = July }).ThenRejected("ALREADY_ADOPTED");
    }

    [Fact]
    public void Is_amended_while_in_force() =>
        InForce.When(new Amend(Order, July, ProcessRules.Default)).Then(new Amended(Order, July, ProcessRules.Default))
            .When(new Amend(Order, July, ProcessRules.Default)).ThenNothing();

    [Fact]
    public void Is_amended_as_the_states_only_by_the_one_that_lays_down_the_states_rules_still()
    {
        var (amend, adopted) = (new Amend(Order, July, Strict), AdoptedStrict with { Scope = Scope.State });
        Spec.Given(adopted, Title).WithStateRulesBy(new("VARAM")).When(amend).ThenRejected("STATE_RULES_BY_ANOTHER", "scope");
        Spec.Given(adopted, Title).When(amend).ThenRejected("STATE_RULES_BY_ANOTHER", "scope");
        Spec.Given(adopted, Title).WithStateRulesBy(Tests.Spec.Institution).When(amend).Then(new Amended(Order, July, Strict));
    }

    [Fact]
    public void Is_repealed_as_the_states_only_by_the_one_that_lays_down_the_states_rules_still()
    {
        var (repeal, adopted) = (new Repeal(Order, July), AdoptedStrict with { Scope = Scope.State });
        Spec.Given(adopted, Title).WithStateRulesBy(new("VARAM")).When(repeal).ThenRejected("STATE_RULES_BY_ANOTHER", "scope");
        Spec.Given(adopted, Title).When(repeal).ThenRejected("STATE_RULES_BY_ANOTHER", "scope");
        Spec.Given(adopted, Title).WithStateRulesBy(Tests.Spec.Institution).When(repeal).Then(RepealedInJuly)
            .WithStateRulesBy(new("VARAM")).When(repeal).ThenNothing();
        InForce.WithStateRulesBy(new("VARAM")).When(repeal).Then(RepealedInJuly);
    }

    [Fact]
    public void Is_not_amended_before_it_was_adopted() =>
        Spec.When(new Amend(Order, July, Strict)).ThenRejected("NOT_FOUND");

    [Fact]
    public void Is_not_amended_after_it_was_repealed() =>
        NoLonger.When(new Amend(Order, July, Strict)).ThenRejected("PROCESS_REPEALED");

    [Fact]
    public void Is_not_amended_from_before_its_last_change() =>
        InForce.When(new Amend(Order, January.AddDays(-1), Strict)).ThenRejected("INVALID_INPUT", "inForceFrom");

    [Fact]
    public void Is_repealed_once() =>
        InForce.When(new Repeal(Order, July)).Then(RepealedInJuly)
            .When(new Repeal(Order, July)).ThenNothing()
            .When(new Repeal(Order, July.AddDays(1))).ThenRejected("PROCESS_REPEALED");

    [Fact]
    public void Is_repealed_for_a_reason() =>
        InForce.For("").When(new Repeal(Order, July)).ThenRejected("INVALID_INPUT", "reasonCode");

    [Fact]
    public void Is_not_repealed_before_it_was_adopted() => Spec.When(new Repeal(Order, July)).ThenRejected("NOT_FOUND");

    [Fact]
    public void Is_not_repealed_from_before_its_last_change() =>
        InForce.When(new Repeal(Order, January.AddDays(-1))).ThenRejected("INVALID_INPUT", "from");

    [Fact]
    public void May_be_adopted_anew_after_it_was_repealed() =>
        NoLonger.When(AdoptStrict with { InForceFrom = July }).Then(AdoptedStrict with { InForceFrom = July });

    [Fact]
    public void Is_not_adopted_anew_from_before_it_was_repealed() =>
        NoLonger.When(AdoptStrict).ThenRejected("INVALID_INPUT", "inForceFrom");

    [Fact]
    public void Lays_down_the_rules_of_each_day()
    {
        var state = (KnowledgeProcessState)NoLonger
            .Given(new Adopted(Order, July.AddDays(7), Scope.Institution, ProcessRules.Default)).State;
        Assert.Same(ProcessRules.Default, KnowledgeProcess.RulesOn(state, January.AddDays(-1)));
        Assert.Equal(Strict with { Source = "RIGA/knowledge-process/1@1" }, KnowledgeProcess.RulesOn(state, January));
        Assert.Equal(24, KnowledgeProcess.RulesOn(state, July.AddDays(-1)).ProvisionalHours);
        Assert.Same(ProcessRules.Default, KnowledgeProcess.RulesOn(state, July));
        Assert.Equal("RIGA/knowledge-process/1@3", KnowledgeProcess.RulesOn(state, July.AddDays(7)).Source);
    }

    [Fact]
    public void Has_a_bounded_history()
    {
        var spec = InForce;
        for (var change = 2; change < Limits.Items; change++)
            spec.Given(new Amended(Order, July, Strict));
        spec.When(new Amend(Order, July, ProcessRules.Default)).ThenRejected("LIMIT_REACHED");
        spec.When(new Repeal(Order, July)).Then(RepealedInJuly);
    }

    public static TheoryData<Adopt, string> Malformed => new()
    {
        { AdoptStrict with { Document = Order with { Number = "" } }, "document.number" },
        { AdoptStrict with { Document = Order with { Date = default } }, "document.date" },
        { AdoptStrict with { Document = Order with { Sha256 = "a" } }, "document.sha256" },
        { AdoptStrict with { Document = Order with { Sha256 = new string('A', 64) } }, "document.sha256" },
        { AdoptStrict with { InForceFrom = new(2201, 1, 1) }, "inForceFrom" },
        { AdoptStrict with { Scope = Scope.Service }, "scope" },
        { AdoptStrict with { Title = "\t" }, "title" },
        { AdoptStrict with { Title = new string('t', Limits.Title + 1) }, "title" },
        { With(Strict with { ProvisionalHours = 0 }), "rules.provisionalHours" },
        { With(Strict with { ProvisionalHours = 721 }), "rules.provisionalHours" },
        { With(Strict with { ReviewDays = new Dictionary<string, int> { ["KnownError"] = 1 } }), "rules.reviewDays" },
        { With(Strict with { ReviewDays = new Dictionary<string, int> { ["faq"] = 0 } }), "rules.reviewDays" },
        { With(Strict with { ReviewDays = new Dictionary<string, int> { ["faq"] = 3_661 } }), "rules.reviewDays" },
        { With(Strict with { Reasons = ["Not kebab"] }), "rules.reasons" },
        { With(Strict with { Reasons = ["line\n"] }), "rules.reasons" },
        { With(Strict with { Reasons = ["same", "same"] }), "rules.reasons" },
        { With(Strict with { Reasons = [new string('r', Limits.Tag + 1)] }), "rules.reasons" },
        { With(Strict with { Reasons = [.. Enumerable.Range(0, 101).Select(i => $"reason-{i}")] }), "rules.reasons" },
        { With(Strict with { Templates = Template("recipe", "cause") }), "rules.templates" },
        { With(Strict with { Templates = Template("faq") }), "rules.templates" },
        { With(Strict with { Templates = Template("faq", "Cause") }), "rules.templates" },
        { With(Strict with { RetentionDays = new Dictionary<string, int> { ["read-log"] = -1 } }), "rules.retentionDays" },
        { With(Strict with { RetentionDays = new Dictionary<string, int> { ["Log"] = 1 } }), "rules.retentionDays" },
        { With(Strict with { RetentionDays = Enumerable.Range(0, 101).ToDictionary(i => $"log-{i}") }), "rules.retentionDays" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Names_the_field_that_is_to_blame(Adopt command, string field) =>
        Spec.When(command).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Has_its_amendments_checked_like_its_adoption()
    {
        InForce.When(new Amend(Order, July, Strict with { ProvisionalHours = 721 }))
            .ThenRejected("INVALID_INPUT", "rules.provisionalHours");
        InForce.When(new Amend(Order with { Sha256 = null! }, July, Strict)).ThenRejected("INVALID_INPUT", "document.sha256");
        InForce.When(new Repeal(Order with { Number = " " }, July)).ThenRejected("INVALID_INPUT", "document.number");
    }

    [Fact]
    public void Comes_out_the_same_when_history_is_replayed()
    {
        var days = Gen.Int[0, 9].Select(January.AddDays);
        var rules = Gen.Int[1, 3].Select(hours => Strict with { ProvisionalHours = hours });
        Gen.OneOf<KnowledgeProcessCommand>(
            Gen.Select(days, rules, (day, r) => (KnowledgeProcessCommand)(AdoptStrict with { InForceFrom = day, Rules = r })),
            Gen.Select(days, rules, (day, r) => (KnowledgeProcessCommand)new Amend(Order, day, r)),
            days.Select(day => (KnowledgeProcessCommand)new Repeal(Order, day)))
            .Array[0, 20].Sample(commands =>
                History.Of(KnowledgeProcess.Decider, commands).ReplaysTo(KnowledgeProcess.Decider), iter: 300);
    }

    private static Adopt With(ProcessRules rules) => AdoptStrict with { Rules = rules };

    private static Dictionary<string, ValueList<string>> Template(string kind, params string[] sections) =>
        new() { [kind] = sections };
}
