namespace EventKb.Domain.Catalogue;

/// <summary>An institution and what became of it: one stream each.</summary>
public static partial class Institution
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "institution";

    /// <summary>Stream of an institution.</summary>
    public static StreamId StreamOf(InstitutionCode institution) =>
        new(institution, Category, DerivedId.From(Category, institution.Value));
}
