using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>A person by pseudonym; the name comes from the erasable directory.</summary>
[Name("Person")]
internal sealed class PersonAnswer(Reading view, string id)
{
    internal static PersonAnswer? Of(Reading view, string? id) => id is null ? null : new(view, id);

    [Id]
    public string Id => id;

    public IDataLoaderResult<string?> Name() => view.Persons.Load(new PersonId(id)).Map(person => person?.Name);
}
