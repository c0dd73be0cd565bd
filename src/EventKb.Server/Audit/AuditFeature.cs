using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Audit;

/// <summary>The audit trail.</summary>
internal static class AuditFeature
{
    public static Feature It { get; } = new() { Schema = new SchemaPart { Questions = typeof(AuditQuestions) } };
}
