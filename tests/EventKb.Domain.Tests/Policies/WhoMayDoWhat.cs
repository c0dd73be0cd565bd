using System.Runtime.CompilerServices;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Policies;
using static EventKb.Domain.Policies.PolicyAction;

namespace EventKb.Domain.Tests.Policies;

/// <summary>The table of who may do what, read from outside.</summary>
public sealed class WhoMayDoWhat
{
    private const string Service = "RIGA/catalogue-entry/s";
    private const string Resource = "RIGA/catalogue-entry/r";
    private static readonly InstitutionCode Riga = new("RIGA");
    private static readonly PersonId Anna = new("RIGA/person/anna");
    private static readonly PersonId Berta = new("RIGA/person/berta");
    private static readonly PolicySubject OfService = new(Riga, [new(Service, EntryKind.Service)]);
    private static readonly PolicySubject OfResource = new(Riga, [new(Resource, EntryKind.Resource)]);
    private static readonly PolicySubject New = new(Riga, []);

    /// <summary>What each may do about their own service or resource, as the guideline says it.</summary>
    public static TheoryData<Standing, string> Grid => new()
    {
        { Holder(Duty.ServicePortfolioOwner, "RIGA"), "Accumulate KeepCurrent Control Organise AssignDuty KeepCatalogue KeepRecords LinkIncidents KeepKnownErrors Use" },
        { Holder(Duty.ServiceOwner, Service), "Accumulate KeepCurrent Control KeepRecords LinkIncidents KeepKnownErrors Use" },
        { Holder(Duty.ServiceProvider, Service), "Accumulate KeepCurrent KeepRecords LinkIncidents Use" },
        { Right(PersonRight.ManageIncidents), "Accumulate KeepRecords LinkIncidents Use" },
        { Right(PersonRight.ManageProblems), "Accumulate KeepRecords LinkIncidents KeepKnownErrors Use" },
        { Right(PersonRight.Support), "KeepRecords Use" },
        { Right(PersonRight.Administer), "AssignPortfolio KeepInstitutions Use" },
        { Right(PersonRight.Audit), "Use" },
        { Right(PersonRight.Import), "Use" },
        { Right(PersonRight.ManagePersons), "Use KeepPersons" },
        { Right(PersonRight.HoldFromErasure), "Use HoldFromErasure" },
        { Right(PersonRight.Erase), "Use Erase" },
        { Nobody, "Use" },
        { Nobody with { IsLocalOperator = true }, string.Join(' ', Enum.GetValues<PolicyAction>()) },
    };

    [Theory]
    [MemberData(nameof(Grid))]
    public void Each_may_do_what_the_guideline_says_and_nothing_else(Standing who, string actions) =>
        Assert.Equal(actions, string.Join(' ', Enum.GetValues<PolicyAction>().Where(action => May(who, action, OfService))));

    [Fact]
    public void What_is_of_a_resource_is_controlled_by_the_owner_of_the_resource_portfolio_alone()
    {
        Assert.True(May(Holder(Duty.ResourcePortfolioOwner, "RIGA"), Control, OfResource));
        Assert.False(May(Holder(Duty.ServicePortfolioOwner, "RIGA"), Control, OfResource));
        Assert.False(May(Holder(Duty.ResourcePortfolioOwner, "RIGA"), Control, OfService));
        Assert.False(May(Holder(Duty.ResourceOwner, Resource), Control, OfResource));
        Assert.True(May(Holder(Duty.ResourceOwner, Resource), KeepCurrent, OfResource));
    }

    [Fact]
    public void Nobodys_duty_reaches_over_another_service_or_institution()
    {
        var other = new PolicySubject(Riga, [new("RIGA/catalogue-entry/other", EntryKind.Service)]);
        Assert.False(May(Holder(Duty.ServiceOwner, Service), Accumulate, other));
        Assert.True(May(Holder(Duty.ServiceOwner, Service), Accumulate, New));
        Assert.False(May(Holder(Duty.ServiceOwner, Service), Control, New));
        Assert.True(May(Holder(Duty.ServicePortfolioOwner, "RIGA"), Control, other));
        Assert.False(May(Holder(Duty.ServicePortfolioOwner, "OGRE"), Control, other));
        Assert.False(May(Holder(Duty.ServiceOwner, Service), Accumulate, New with { Institution = new("OGRE") }));
        Assert.False(May(Nobody with { Rights = [new(PersonRight.ManageIncidents, new("OGRE"))] }, KeepRecords, OfService));
        Assert.True(May(Nobody with { Rights = [new(PersonRight.ManageIncidents, Riga)] }, KeepRecords, OfService));
    }

    [Fact]
    public void An_entry_names_the_rule_and_the_assignment()
    {
        Assert.Equal(new Verdict("1/service-owner", "RIGA/ownership-assignment/a", null),
            Policy.May(Holder(Duty.ServiceOwner, Service) with { Rights = [new(PersonRight.ManageIncidents, null)] }, null, null, KeepRecords, OfService));
        Assert.Equal(new Verdict("1/incident-expert", null, null), Policy.May(Right(PersonRight.ManageIncidents), null, null, KeepRecords, OfService));
        var refused = Policy.May(Nobody, null, null, Control, OfService).Refusal!;
        Assert.Equal(("FORBIDDEN", "The action control is allowed by service-portfolio-owner, resource-portfolio-owner, service-owner (policy 1), "
            + "and none of these rules applies to you."), (refused.Code, refused.Fact.ToString()));
    }

    [Fact]
    public void A_deputy_acts_on_behalf_of_the_holder_within_their_powers()
    {
        var acting = Nobody with { Duties = [new(Duty.ServiceOwner, Service, "RIGA/ownership-assignment/a", Berta)] };
        Assert.Equal("FORBIDDEN", Policy.May(acting, null, null, Control, OfService).Refusal?.Code);
        Assert.Equal("RIGA/ownership-assignment/a", Policy.May(acting, null, Berta, Control, OfService).Assignment);
        Assert.Equal("DUTY_NOT_HELD", Policy.May(acting, null, Anna, Control, OfService).Refusal?.Code);
        var limited = Nobody with { Duties = [new(Duty.ServiceOwner, Service, "RIGA/ownership-assignment/a", Berta, ["keep-current"])] };
        Assert.Null(Policy.May(limited, null, Berta, KeepCurrent, OfService).Refusal);
        Assert.Equal("FORBIDDEN", Policy.May(limited, null, Berta, Control, OfService).Refusal?.Code);
    }

    [Fact]
    public void A_duty_that_is_not_held_is_refused_with_what_is_held()
    {
        var provider = Holder(Duty.ServiceProvider, Service);
        var refused = Policy.May(provider, Duty.ServiceOwner, null, Control, OfService).Refusal!;
        Assert.Equal(("DUTY_NOT_HELD", "actingDuty"), (refused.Code, refused.Field));
        Assert.Contains($"Today you hold: service-provider {Service}.", refused.Fact.ToString(), StringComparison.Ordinal);
        Assert.Null(Policy.May(provider, Duty.ServiceProvider, null, Accumulate, OfService).Refusal);
        Assert.Equal("FORBIDDEN", Policy.May(provider with { Rights = [new(PersonRight.ManageProblems, null)] }, Duty.ServiceProvider, null, KeepKnownErrors,
            OfService).Refusal?.Code);
    }

    [Fact]
    public void Every_command_is_an_action()
    {
        var commands = typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract).ToList();
        Assert.True(commands.Count > 80);
        foreach (var command in commands)
            Actions.Of((Command)RuntimeHelpers.GetUninitializedObject(command));
        Assert.Equal(Enum.GetValues<PolicyAction>().Except([OfNobody]).Order(), Policy.Table.SelectMany(rule => rule.Actions).Distinct().Order());
    }

    private static Standing Nobody => new(Anna, false, [], []);

    private static Standing Holder(Duty duty, string subject) => Nobody with { Duties = [new(duty, subject, "RIGA/ownership-assignment/a", Anna)] };

    private static Standing Right(PersonRight right) => Nobody with { Rights = [new(right, null)] };

    private static bool May(Standing who, PolicyAction action, PolicySubject subject) => Policy.May(who, null, null, action, subject).Refusal is null;
}
