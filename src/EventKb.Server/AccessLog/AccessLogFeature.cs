using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Persons;

namespace EventKb.Server.AccessLog;

/// <summary>What was refused, and who was there last.</summary>
internal static class AccessLogFeature
{
    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(AccessLogQuestions),
            Added = [(typeof(PersonAnswer), typeof(LastUseOfAPerson))],
        },
    };
}
