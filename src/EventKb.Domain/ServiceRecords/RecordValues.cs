namespace EventKb.Domain.ServiceRecords;

/// <summary>What sort of record it is.</summary>
public enum RecordKind
{
    /// <summary>Incidents.</summary>
    Incident,

    /// <summary>Problēma.</summary>
    Problem,

    /// <summary>Izmaiņu pieprasījums.</summary>
    ChangeRequest,

    /// <summary>Pakalpojuma pieprasījums.</summary>
    ServiceRequest,

    /// <summary>Sūdzība.</summary>
    Complaint,

    /// <summary>Priekšlikums.</summary>
    Suggestion,
}

/// <summary>How far a record is, whatever the system's own words for it are.</summary>
public enum RecordPhase
{
    /// <summary>It is being worked on.</summary>
    Open,

    /// <summary>It is resolved, and not confirmed yet.</summary>
    Resolved,

    /// <summary>It is closed.</summary>
    Closed,

    /// <summary>It was taken back.</summary>
    Cancelled,
}

/// <summary>In which way a service is not as it should be (novirze).</summary>
public enum Deviation
{
    /// <summary>Pārtraukums.</summary>
    Interruption,

    /// <summary>Pieejamības ierobežojums.</summary>
    Restriction,

    /// <summary>Neatbilstība pakalpojuma līmenim.</summary>
    ServiceLevelNonconformity,
}

/// <summary>How whoever needs help comes to support (atbalsta kanāls).</summary>
public enum SupportChannel
{
    /// <summary>Klātienē.</summary>
    InPerson,

    /// <summary>Tālrunis.</summary>
    Phone,

    /// <summary>Videozvans.</summary>
    Video,

    /// <summary>E-pasts.</summary>
    Email,

    /// <summary>Sociālais tīkls.</summary>
    SocialNetwork,

    /// <summary>Biežāk uzdotie jautājumi.</summary>
    Faq,

    /// <summary>Virtuālais asistents.</summary>
    VirtualAssistant,

    /// <summary>Pašapkalpošanās.</summary>
    SelfService,
}
