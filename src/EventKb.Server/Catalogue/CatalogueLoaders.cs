using EventKb.ReadModels.Catalogue;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.Catalogue;

/// <summary>The look-ups in the registers that one answer shares.</summary>
internal sealed class CatalogueLoaders(Reading view)
{
    public static CatalogueLoaders Of(Reading view) => view.Shared(shared => new CatalogueLoaders(shared));

    /// <summary>What the register says of institutions, by their codes.</summary>
    public BatchLoader<string, InstitutionRow> Institutions =>
        field ??= new(codes => InstitutionQueries.ByCodes(view.Session, view.Viewer, view.Pin, codes));
}
