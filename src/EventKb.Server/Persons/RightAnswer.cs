using EventKb.Domain;
using EventKb.ReadModels.Persons;
using GraphQL;

namespace EventKb.Server.Persons;

/// <summary>A right with the days on which it holds.</summary>
[Name("Right")]
internal sealed class RightAnswer(RightRow row)
{
    public PersonRight Right => row.Right;

    public DateOnly From => row.From;

    public DateOnly? Until => row.Until;
}
