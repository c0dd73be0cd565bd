namespace EventKb.Domain.Catalogue;

/// <summary>A service, resource or life situation: one stream per kind and code within an institution.</summary>
public static partial class CatalogueEntry
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "catalogue-entry";

    /// <summary>Stream of an entry, by its register and its code there.</summary>
    public static StreamId StreamOf(InstitutionCode institution, EntryKind kind, string code) =>
        new(institution, Category, DerivedId.From(Category, kind.Code(), code));
}
