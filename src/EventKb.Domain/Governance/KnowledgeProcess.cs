namespace EventKb.Domain.Governance;

/// <summary>The rules for knowledge of one institution: one stream each.</summary>
public static partial class KnowledgeProcess
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "knowledge-process";

    /// <summary>Stream of an institution's process.</summary>
    public static StreamId StreamOf(InstitutionCode institution) =>
        new(institution, Category, DerivedId.From("process", institution.Value));
}
