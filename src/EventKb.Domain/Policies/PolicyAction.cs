namespace EventKb.Domain.Policies;

/// <summary>What somebody wants to do, in the verbs of the guideline (PU2-11) and those beside them.</summary>
public enum PolicyAction
{
    /// <summary>Uzkrāt: write knowledge down.</summary>
    Accumulate,

    /// <summary>Aktualizēt: keep it current.</summary>
    KeepCurrent,

    /// <summary>Kontrolēt: approve and publish it, sample it, raise findings.</summary>
    Control,

    /// <summary>Organizēt: lay down the institution's process.</summary>
    Organise,

    /// <summary>Give the duty of a service or resource, and appoint deputies.</summary>
    AssignDuty,

    /// <summary>Give the duty of a portfolio owner.</summary>
    AssignPortfolio,

    /// <summary>Register institutions, and say what became of them.</summary>
    KeepInstitutions,

    /// <summary>Keep the register of services and resources.</summary>
    KeepCatalogue,

    /// <summary>Report incidents, problems and the other records.</summary>
    KeepRecords,

    /// <summary>Say which incident belongs to which problem.</summary>
    LinkIncidents,

    /// <summary>Keep known errors.</summary>
    KeepKnownErrors,

    /// <summary>Use knowledge: cite it, rate it, flag what is wrong in it.</summary>
    Use,

    /// <summary>Keep the person directory.</summary>
    KeepPersons,

    /// <summary>Keep things from being erased.</summary>
    HoldFromErasure,

    /// <summary>Erase texts and persons.</summary>
    Erase,

    /// <summary>What no person asks for: it comes from the clock, an import or the program itself.</summary>
    OfNobody,
}
