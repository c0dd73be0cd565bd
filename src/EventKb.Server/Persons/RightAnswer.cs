using EventKb.Domain;
using EventKb.ReadModels.Persons;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using GraphQL;

namespace EventKb.Server.Persons;

/// <summary>A right with the days on which it holds.</summary>
[Name("Right")]
internal sealed class RightAnswer(Reading view, RightRow row)
{
    public PersonRight Right => row.Right.Right;

    public InstitutionNode? Over => row.Right.Institution is { } institution ? new(view, institution.Value) : null;

    public DateOnly From => row.From;

    public DateOnly? Until => row.Until;
}
