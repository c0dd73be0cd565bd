namespace EventKb.Domain;

/// <summary>Something that has become true; every aggregate closes its own set of cases over this type.</summary>
public abstract record Event;
