namespace EventKb.Domain;

/// <summary>The five accountable duties of PU2-11.</summary>
public enum Duty
{
    /// <summary>Iestādes pakalpojumu kopuma saimnieks: one per institution.</summary>
    ServicePortfolioOwner,

    /// <summary>Pakalpojuma saimnieks: one per service.</summary>
    ServiceOwner,

    /// <summary>Pakalpojuma sniedzējs: one or more per service.</summary>
    ServiceProvider,

    /// <summary>Iestādes resursu kopuma saimnieks: one per institution.</summary>
    ResourcePortfolioOwner,

    /// <summary>Resursa saimnieks: one per resource.</summary>
    ResourceOwner,
}

/// <summary>Governance level (pārvaldības līmenis) of the guideline's grid.</summary>
public enum Level
{
    /// <summary>Politikas līmenis.</summary>
    Policy,

    /// <summary>Pamatdarbības līmenis.</summary>
    CoreOperations,

    /// <summary>Nodrošinājuma līmenis.</summary>
    Provision,
}

/// <summary>Governance scope (pārvaldības mērogs) of the guideline's grid.</summary>
public enum Scope
{
    /// <summary>Valsts mērogs.</summary>
    State,

    /// <summary>Nozares vai pašvaldības mērogs.</summary>
    Sector,

    /// <summary>Iestādes mērogs.</summary>
    Institution,

    /// <summary>Pakalpojuma mērogs.</summary>
    Service,

    /// <summary>Resursa mērogs.</summary>
    Resource,
}

/// <summary>Where each duty stands on the guideline's grid (reference: PU2-11, level × scope).</summary>
public static class Duties
{
    /// <summary>Level on which the duty is performed.</summary>
    public static Level LevelOf(this Duty duty) =>
        duty is Duty.ResourcePortfolioOwner or Duty.ResourceOwner ? Level.Provision : Level.CoreOperations;

    /// <summary>Scope over which the duty reaches.</summary>
    public static Scope ScopeOf(this Duty duty) => duty switch
    {
        Duty.ServiceOwner or Duty.ServiceProvider => Scope.Service,
        Duty.ResourceOwner => Scope.Resource,
        _ => Scope.Institution,
    };

    /// <summary>True when several people may hold the duty at once: only service providers.</summary>
    public static bool MayBeShared(this Duty duty) => duty == Duty.ServiceProvider;
}
