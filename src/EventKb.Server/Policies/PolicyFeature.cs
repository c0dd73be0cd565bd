using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Policies;

/// <summary>Who may do what.</summary>
internal static class PolicyFeature
{
    public static Feature It { get; } = new() { Schema = new SchemaPart { Questions = typeof(PolicyQuestions) } };
}
