using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.PersonReports;

/// <summary>What is held about a person, for them and for whoever is asked to erase it.</summary>
internal static class PersonReportFeature
{
    public static Feature It { get; } = new() { Schema = new SchemaPart { Questions = typeof(PersonReportQuestions) } };
}
