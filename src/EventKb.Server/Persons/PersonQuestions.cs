using System.Globalization;
using EventKb.ReadModels.Persons;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Persons;

/// <summary>Questions about the person directory.</summary>
internal sealed class PersonQuestions(Reading view)
{
    public Task<Connection<PersonAnswer>> Persons(PersonFilter? filter, int first, string? after)
    {
        var asked = filter ?? new PersonFilter();
        return Paged.Of<PersonRow, PersonAnswer>("persons", view, first, after,
            (at, key) => PersonQueries.List(at.Session, at.Viewer, at.Pin, asked, first, Cursor.Number(key)),
            (at, row) => new PersonAnswer(at, row.Id),
            row => row.FirstPosition.ToString(CultureInfo.InvariantCulture));
    }
}
