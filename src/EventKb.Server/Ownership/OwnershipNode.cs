using EventKb.Domain;
using EventKb.ReadModels.Ownership;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Ownership;

/// <summary>One duty for one subject, as it stands in a view; intervals are looked up only when they are asked for.</summary>
[Name("OwnershipAssignment")]
[Implements(typeof(INode))]
internal sealed class OwnershipNode : INode
{
    private readonly Reading _view;
    private readonly AccountableRow _row;
    private readonly OwnershipRow? _whole;

    internal OwnershipNode(Reading view, AccountableRow row) => (_view, _row) = (view, row);

    internal OwnershipNode(Reading view, OwnershipRow whole)
        : this(view, new AccountableRow(whole.Id, whole.Duty, whole.Subject, whole.Holders.FirstOrDefault()?.Holder)) => _whole = whole;

    [Id]
    public string Id => _row.Id;

    public InstitutionNode Institution => new(_view, Id[..Id.IndexOf('/', StringComparison.Ordinal)]);

    public Duty Duty => _row.Duty;

    public Level Level => _row.Duty.LevelOf();

    public Scope Scope => _row.Duty.ScopeOf();

    [Id]
    public string SubjectId => _row.Subject;

    public IDataLoaderResult<INode?> Subject() => InstitutionNode.OrEntry(_view, _row.Subject);

    public PersonAnswer? Holder => PersonAnswer.Of(_view, _row.Holder);

    public IDataLoaderResult<int> Version() => Whole(row => (int)row.Version);

    public IDataLoaderResult<IEnumerable<OwnershipTerm>> Holders() =>
        Whole(row => row.Holders.Select(term => new OwnershipTerm(_view, term)));

    public IDataLoaderResult<IEnumerable<OwnershipTerm>> Terms() =>
        Whole(row => row.Terms.Select(term => new OwnershipTerm(_view, term)));

    public IDataLoaderResult<IEnumerable<Deputyship>> Deputies() =>
        Whole(row => row.Deputies.Select(deputy => new Deputyship(_view, deputy)));

    public IDataLoaderResult<IEnumerable<Deputyship>> CurrentDeputies() =>
        Whole(row => row.CurrentDeputies.Select(deputy => new Deputyship(_view, deputy)));

    private IDataLoaderResult<T> Whole<T>(Func<OwnershipRow, T> read) =>
        _whole is not null ? new Known<T>(read(_whole)) : OwnershipLoaders.Of(_view).Ownerships.Load(Id).Map(row => read(row!));
}
