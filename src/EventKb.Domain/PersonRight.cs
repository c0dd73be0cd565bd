namespace EventKb.Domain;

/// <summary>
/// What nobody may do who was not given the right by name. The first four are over the whole ledger; roles, which the policy knows, are over
/// one institution or all.
/// </summary>
public enum PersonRight
{
    /// <summary>Send rows of an import, in the name of those whom its source names.</summary>
    Import,

    /// <summary>Keep the person directory: names, groups, accounts and rights.</summary>
    ManagePersons,

    /// <summary>Keep things from being erased as long as a case is open, and let them go.</summary>
    HoldFromErasure,

    /// <summary>Erase texts and persons on a legal basis.</summary>
    Erase,

    /// <summary>Administrator: registers institutions and gives the duties of portfolio owners, and nothing else.</summary>
    Administer,

    /// <summary>Auditor: reads everything and writes nothing.</summary>
    Audit,

    /// <summary>Incident expert (incidentu pārvaldības eksperts).</summary>
    ManageIncidents,

    /// <summary>Problem expert (problēmu pārvaldības eksperts).</summary>
    ManageProblems,

    /// <summary>Help desk and clerks of customer service centres (VPP PD, VPV KAC).</summary>
    Support,
}

/// <summary>What can be said of every right.</summary>
public static class PersonRights
{
    /// <summary>True where it is given for an institution or for all; false where it is over the whole ledger.</summary>
    public static bool IsRole(this PersonRight right) => right >= PersonRight.Administer;
}

/// <summary>A right over an institution; null = over all.</summary>
public readonly record struct RightOver(PersonRight Right, InstitutionCode? Institution) : IComparable<RightOver>
{
    /// <inheritdoc/>
    public int CompareTo(RightOver other) => (Right, Institution?.Value).CompareTo((other.Right, other.Institution?.Value));

    /// <summary>True where it counts in an institution.</summary>
    public bool Covers(InstitutionCode institution) => Institution is null || Institution == institution;

    /// <summary>As it stands in the paths of fields.</summary>
    public override string ToString() => Institution is { } code ? $"{Right.Code()}.{code}" : Right.Code();
}
