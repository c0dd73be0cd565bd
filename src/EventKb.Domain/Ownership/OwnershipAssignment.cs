namespace EventKb.Domain.Ownership;

/// <summary>Who holds one duty for one subject: one stream per duty and subject within an institution.</summary>
public static partial class OwnershipAssignment
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "ownership-assignment";

    /// <summary>Stream of a duty for a subject: the institution's code for a portfolio, a catalogue entry's stream id otherwise.</summary>
    public static StreamId StreamOf(InstitutionCode institution, Duty duty, string subject) =>
        new(institution, Category, DerivedId.From(Category, duty.Code(), subject));
}
