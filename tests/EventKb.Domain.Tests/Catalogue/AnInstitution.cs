using CsCheck;
using EventKb.Domain.Catalogue;
using static EventKb.Domain.Catalogue.InstitutionCommand;
using Ending = EventKb.Domain.Catalogue.InstitutionEvent;

namespace EventKb.Domain.Tests.Catalogue;

public class AnInstitution
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly July = new(2026, 7, 1);
    private static readonly InstitutionCode Adazi = new("ADAZI");
    private static readonly InstitutionCode Ogre = new("OGRE");
    private static readonly InstitutionCode Itself = Spec.Institution;
    private static readonly Content Name = new() { Title = "Rīgas dome" };
    private static readonly Register RegisterRiga = new(Name.Title!, January, "90011524360");
    private static readonly Ending.Registered RegisteredRiga = new(January, "90011524360");

    private static Spec Empty => new(Institution.Decider);

    private static Spec Standing => Empty.Given(RegisteredRiga, Name);

    [Fact]
    public void Is_registered_with_its_name_as_content() => Empty.When(RegisterRiga).Then(RegisteredRiga).ThenContent(Name);

    [Fact]
    public void Is_registered_as_the_one_that_lays_down_the_states_rules_while_no_other_is()
    {
        var register = RegisterRiga with { LaysDownStateRules = true };
        Empty.When(register).Then(RegisteredRiga with { LaysDownStateRules = true });
        Empty.WithStateRulesBy(Ogre).When(register).ThenRejected("STATE_RULES_BY_ANOTHER", "laysDownStateRules");
        Empty.WithStateRulesBy(Ogre).When(RegisterRiga).Then(RegisteredRiga);
    }

    [Fact]
    public void Is_registered_once()
    {
        Standing.When(RegisterRiga).ThenNothing();
        Standing.When(RegisterRiga with { Name = "Cita" }).ThenRejected("INSTITUTION_ALREADY_REGISTERED");
        Standing.When(RegisterRiga with { RegistrationNumber = null }).ThenRejected("INSTITUTION_ALREADY_REGISTERED");
    }

    public static TheoryData<InstitutionCommand, Ending> Ends => new()
    {
        { new Merge(Ogre, July), new Ending.Merged(Ogre, July) },
        { new Split([Ogre, Adazi], July), new Ending.Split([Ogre, Adazi], July) },
        { new Succeed(Adazi, July), new Ending.Succeeded(Adazi, July) },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Ends_once(InstitutionCommand end, Ending ended) =>
        Standing.When(end).Then(ended)
            .When(end).ThenNothing()
            .When(new Merge(Adazi, July)).ThenRejected("INSTITUTION_ENDED");

    [Theory]
    [MemberData(nameof(Ends))]
    public void Ends_for_a_reason(InstitutionCommand end, Ending ended)
    {
        Standing.For(null).When(end).ThenRejected("INVALID_INPUT", "reasonCode");
        Standing.For("reorganisation").When(end).Then(ended);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void Ends_only_where_it_was_registered(InstitutionCommand end, Ending ended)
    {
        Empty.When(end).ThenRejected("NOT_FOUND");
        Standing.When(end).Then(ended);
    }

    public static TheoryData<InstitutionCommand, string> Malformed => new()
    {
        { RegisterRiga with { Name = "" }, "name" },
        { RegisterRiga with { Name = new string('n', Limits.Title + 1) }, "name" },
        { RegisterRiga with { From = new(1889, 1, 1) }, "from" },
        { RegisterRiga with { RegistrationNumber = "" }, "registrationNumber" },
        { RegisterRiga with { RegistrationNumber = new string('9', Limits.Tag + 1) }, "registrationNumber" },
        { new Merge(default, July), "into" },
        { new Merge(Itself, July), "into" },
        { new Merge(Ogre, January), "from" },
        { new Split([], July), "into" },
        { new Split([Ogre], July), "into" },
        { new Split([Ogre, Ogre], July), "into" },
        { new Split([Ogre, Itself], July), "into" },
        { new Split([Ogre, new("no code")], July), "into" },
        { new Split([.. Enumerable.Range(0, Limits.Items + 1).Select(i => new InstitutionCode($"N{i}"))], July), "into" },
        { new Succeed(Itself, July), "by" },
        { new Succeed(Ogre, new DateOnly(2201, 1, 1)), "from" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Names_the_field_that_is_to_blame(InstitutionCommand command, string field) =>
        Standing.When(command).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Comes_out_the_same_when_history_is_replayed()
    {
        var others = Gen.Bool.Select(one => one ? Adazi : Ogre);
        var days = Gen.Int[0, 3].Select(January.AddDays);
        Gen.OneOf<InstitutionCommand>(
            days.Select(day => (InstitutionCommand)(RegisterRiga with { From = day })),
            Gen.Select(others, days, (into, day) => (InstitutionCommand)new Merge(into, day)),
            days.Select(day => (InstitutionCommand)new Split([Ogre, Adazi], day)),
            Gen.Select(others, days, (by, day) => (InstitutionCommand)new Succeed(by, day)))
            .Array[0, 10].Sample(commands => History.Of(Institution.Decider, commands).ReplaysTo(Institution.Decider), iter: 300);
    }
}
