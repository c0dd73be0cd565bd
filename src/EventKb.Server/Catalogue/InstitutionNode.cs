using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Catalogue;

/// <summary>An institution by its code; what the register says of it is looked up only when it is asked for.</summary>
[Name("Institution")]
[Implements(typeof(INode))]
internal sealed class InstitutionNode(Reading view, string code) : INode
{
    [Id]
    public string Id => Institution.StreamOf(new InstitutionCode(code)).ToString();

    public string Code => code;

    public IDataLoaderResult<string?> Name() => Of(row => row.Name);

    public IDataLoaderResult<string?> RegistrationNumber() => Of(row => row.RegistrationNumber);

    public IDataLoaderResult<bool> LaysDownStateRules() =>
        CatalogueLoaders.Of(view).Institutions.Load(code).Map(row => row?.LaysDownStateRules == true);

    public IDataLoaderResult<InstitutionStatus?> Status() =>
        CatalogueLoaders.Of(view).Institutions.Load(code).Map(row => row?.Status);

    public IDataLoaderResult<DateOnly?> Since() => CatalogueLoaders.Of(view).Institutions.Load(code).Map(row => row?.Since);

    public IDataLoaderResult<int?> Version() => CatalogueLoaders.Of(view).Institutions.Load(code).Map(row => (int?)row?.Version);

    public IDataLoaderResult<IEnumerable<InstitutionNode>> Successors() =>
        CatalogueLoaders.Of(view).Institutions.Load(code).Map(row => (row?.Successors ?? []).Select(by => new InstitutionNode(view, by)));

    /// <summary>The subject of a duty: a service or resource by its id, or a whole portfolio by its institution's code; or null.</summary>
    internal static IDataLoaderResult<INode?> OrEntry(Reading view, string? subject) => subject is null ? new Known<INode?>(null)
        : InstitutionCode.IsValid(subject) ? new Known<INode?>(new InstitutionNode(view, subject))
        : view.Nodes.Load(subject);

    /// <summary>The institutions with these ids that are registered.</summary>
    internal static async Task<IReadOnlyDictionary<string, INode>> Find(Reading view, IReadOnlyCollection<string> ids)
    {
        var codes = ids.Select(id => StreamId.Parse(id)!.Value.Institution.Value).ToHashSet();
        var found = await InstitutionQueries.ByCodes(view.Session, view.Viewer, view.Pin, codes);
        return found.Values.Where(row => ids.Contains(row.Id))
            .ToDictionary(row => row.Id, row => (INode)new InstitutionNode(view, StreamId.Parse(row.Id)!.Value.Institution.Value));
    }

    private IDataLoaderResult<string?> Of(Func<InstitutionRow, string?> read) =>
        CatalogueLoaders.Of(view).Institutions.Load(code).Map(row => row is null ? null : read(row));
}
