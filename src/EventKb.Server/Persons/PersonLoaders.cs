using EventKb.ReadModels;
using EventKb.ReadModels.Persons;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.Persons;

/// <summary>The look-ups in the person directory that one answer shares.</summary>
internal sealed class PersonLoaders(Reading view)
{
    public static PersonLoaders Of(Reading view) => view.Shared(shared => new PersonLoaders(shared));

    /// <summary>Names, which are erased at every pin once they are erased.</summary>
    public BatchLoader<string, PersonNames> Names => field ??= new(ids => PersonNames.Of(view.Session, view.Viewer, ids));

    /// <summary>Entries of the view.</summary>
    public BatchLoader<string, PersonRow> Rows => field ??= new(ids => PersonQueries.ByIds(view.Session, view.Viewer, view.Pin, ids));

    /// <summary>Members of groups.</summary>
    public BatchLoader<string, IReadOnlyList<string>> Members => field ??= Lists(PersonQueries.Members);

    /// <summary>Rights of persons.</summary>
    public BatchLoader<string, IReadOnlyList<RightRow>> Rights => field ??= Lists(PersonQueries.Rights);

    /// <summary>What persons did last.</summary>
    public BatchLoader<string, LastAct> LastActs => field ??= new(ids => PersonQueries.LastActs(view.Session, view.Viewer, view.Pin, ids));

    /// <summary>Accounts of persons.</summary>
    public BatchLoader<string, IReadOnlyList<IdentityRow>> Identities => field ??= Lists(IdentityQueries.OfPersons);

    private BatchLoader<string, IReadOnlyList<T>> Lists<T>(
        Func<ReadSession, Viewer, Pin, IReadOnlyCollection<string>, Task<ILookup<string, T>>> find) =>
        new(async ids => (await find(view.Session, view.Viewer, view.Pin, ids)).ToDictionary(list => list.Key, IReadOnlyList<T> (list) => [.. list]));
}
