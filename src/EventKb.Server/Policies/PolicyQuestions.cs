using EventKb.Domain.Policies;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.Policies;

/// <summary>Questions about who may do what.</summary>
internal sealed class PolicyQuestions(Reading view)
{
    /// <summary>The table, for those who are somebody.</summary>
    public IReadOnlyList<PolicyRuleAnswer> PolicyRules() =>
        view.Viewer.Person is null ? [] : [.. Policy.Table.Select(rule => new PolicyRuleAnswer(rule))];
}
