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
        view.Loaders.Institutions.Load(code).Map(row => row?.LaysDownStateRules == true);

    public IDataLoaderResult<InstitutionStatus?> Status() =>
        view.Loaders.Institutions.Load(code).Map(row => row?.Status);

    public IDataLoaderResult<DateOnly?> Since() => view.Loaders.Institutions.Load(code).Map(row => row?.Since);

    public IDataLoaderResult<int?> Version() => view.Loaders.Institutions.Load(code).Map(row => (int?)row?.Version);

    public IDataLoaderResult<IEnumerable<InstitutionNode>> Successors() =>
        view.Loaders.Institutions.Load(code).Map(row => (row?.Successors ?? []).Select(by => new InstitutionNode(view, by)));

    /// <summary>The institution with an id, where it is registered.</summary>
    internal static async Task<InstitutionNode?> Find(Reading view, string id)
    {
        if (StreamId.Parse(id) is not { Institution.Value: var code })
            return null;
        var found = await InstitutionQueries.ByCodes(view.Session, view.Viewer, view.Pin, [code]);
        return found.TryGetValue(code, out var row) && row.Id == id ? new InstitutionNode(view, code) : null;
    }

    private IDataLoaderResult<string?> Of(Func<InstitutionRow, string?> read) =>
        view.Loaders.Institutions.Load(code).Map(row => row is null ? null : read(row));
}
