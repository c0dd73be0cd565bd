using EventKb.Domain;
using EventKb.Domain.Policies;
using EventKb.Server.GraphQL.Execution;
using GraphQL;

namespace EventKb.Server.Policies;

/// <summary>Questions about who may do what.</summary>
internal sealed class PolicyQuestions(Reading view)
{
    /// <summary>
    /// Whether somebody may do something, by what was known at the view's position of the view's day: of an act of the past, under
    /// <c>asOf(position)</c> what was known then, under <c>asOf(valid)</c> what is known now.
    /// </summary>
    public async Task<PermissionAnswer> Permission(
        PolicyAction action, [Id] string subject, [Id] string? person, Duty? actingDuty, [Id] string? onBehalfOf) =>
        new(view, await Permissions.Judge(view, action, subject, person ?? view.Viewer.Person?.Value, actingDuty, onBehalfOf));

    /// <summary>The table, for those who are somebody.</summary>
    public IReadOnlyList<PolicyRuleAnswer> PolicyRules() =>
        view.Viewer.Person is null ? [] : [.. Policy.Table.Select(rule => new PolicyRuleAnswer(rule))];
}
