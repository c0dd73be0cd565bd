namespace EventKb.Domain;

/// <summary>What nobody may do who was not given the right by name.</summary>
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
}
