using EventKb.Domain.Persons;
using EventKb.ReadModels.Persons;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Persons;

/// <summary>
/// Whoever acts, by pseudonym. Facts are those of the view; where somebody stands in what was recorded, they are called as they were when
/// it was.
/// </summary>
[Name("Person")]
[Implements(typeof(INode))]
internal sealed class PersonAnswer(Reading view, string id, long? position = null, DateTimeOffset? moment = null) : INode, IHasView
{
    Reading IHasView.View => view;

    internal static PersonAnswer? Of(Reading view, string? id, long? position = null, DateTimeOffset? moment = null) =>
        id is null ? null : new(view, id, position, moment);

    [Id]
    public string Id => id;

    public IDataLoaderResult<string?> Name() => Called(name => name?.Name);

    public IDataLoaderResult<string?> Email() => Called(name => name?.Email);

    public IDataLoaderResult<IEnumerable<PersonName>> Names() =>
        Loaders.Names.Load(id).Map(names => (names ?? PersonNames.Unknown).KnownAt(view.Pin.Position));

    public IDataLoaderResult<PersonKind?> Kind() => Row(row => row?.Kind);

    public IDataLoaderResult<string?> Source() => Row(row => row?.Source);

    public IDataLoaderResult<InstitutionNode?> Institution() => Row(row => row is null ? null : new InstitutionNode(view, row.Institution));

    public IDataLoaderResult<bool?> Present() => Row(row => row?.Present);

    public IDataLoaderResult<DateOnly?> LeftOn() => Row(row => row?.LeftOn);

    public IDataLoaderResult<bool?> Disabled() => Row(row => row?.Disabled);

    public IDataLoaderResult<bool?> Erased() => Row(row => row?.Erased);

    public IDataLoaderResult<int?> Version() => Row(row => (int?)row?.Version);

    public IDataLoaderResult<IEnumerable<PersonAnswer>> Members() =>
        Loaders.Members.Load(id).Map(members => (members ?? []).Select(member => new PersonAnswer(view, member)));

    public IDataLoaderResult<IEnumerable<IdentityNode>> Identities() =>
        Loaders.Identities.Load(id).Map(rows => (rows ?? []).Select(row => new IdentityNode(view, row)));

    public IDataLoaderResult<IEnumerable<RightAnswer>> Rights() =>
        Loaders.Rights.Load(id).Map(rows => (rows ?? []).Select(row => new RightAnswer(view, row)));

    public IDataLoaderResult<DateTimeOffset?> LastActed() => Loaders.LastActs.Load(id).Map(act => act?.At);

    private PersonLoaders Loaders => PersonLoaders.Of(view);

    private IDataLoaderResult<string?> Called(Func<PersonName?, string?> of) =>
        Loaders.Names.Load(id).Map(names => of(names?.At(position ?? view.Pin.Position, moment ?? view.Pin.Valid)));

    private IDataLoaderResult<T> Row<T>(Func<PersonRow?, T> of) => Loaders.Rows.Load(id).Map(of);
}
