using EventKb.Domain;
using EventKb.Domain.Policies;
using GraphQL;

namespace EventKb.Server.Policies;

/// <summary>A line of the table.</summary>
[Name("PolicyRule")]
internal sealed class PolicyRuleAnswer(PolicyRule rule)
{
    public string Name => $"{Policy.Version}/{rule.Name}";

    public Duty? Duty => rule.Duty;

    public PersonRight? Right => rule.Right;

    public IReadOnlyList<PolicyAction> Actions => [.. rule.Actions];
}
