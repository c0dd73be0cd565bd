using EventKb.ReadModels.Refusals;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;
using GraphQL;

namespace EventKb.Server.AccessLog;

/// <summary>The same refusal within a minute.</summary>
[Name("Refusal")]
internal sealed class RefusalAnswer(Reading view, RefusalRow row)
{
    public PersonAnswer? Person => PersonAnswer.Of(view, row.Person);

    public string Action => row.Action;

    public string Code => row.Code;

    [Id]
    public string? StreamId => row.Stream;

    public InstitutionNode? Institution => row.Institution is { } code ? new(view, code) : null;

    public int Times => row.Times;

    public DateTimeOffset FirstAt => row.FirstAt;

    public DateTimeOffset LastAt => row.LastAt;
}
