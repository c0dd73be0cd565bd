namespace EventKb.Domain.Catalogue;

/// <summary>An institution and what became of it. Stored for ever: change only by adding versions.</summary>
public abstract record InstitutionEvent : Event
{
    private InstitutionEvent() { }

    /// <summary>The institution was registered; content: title (name).</summary>
    [Stored("institution.registered/2")]
    public sealed record Registered(DateOnly From, string? RegistrationNumber, bool LaysDownStateRules = false) : InstitutionEvent;

    /// <summary>The institution was merged into another, which takes over its articles and duties.</summary>
    [Stored("institution.merged/1")]
    public sealed record Merged(InstitutionCode Into, DateOnly From) : InstitutionEvent;

    /// <summary>The institution was split into others; each takes over what is assigned to it.</summary>
    [Stored("institution.split/1")]
    public sealed record Split(ValueList<InstitutionCode> Into, DateOnly From) : InstitutionEvent;

    /// <summary>Another institution succeeded it in all its articles and duties.</summary>
    [Stored("institution.succeeded/1")]
    public sealed record Succeeded(InstitutionCode By, DateOnly From) : InstitutionEvent;
}
